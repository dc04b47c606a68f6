/** As much of JSON Schema as the gateway's OpenAPI document uses for requests. */
import { certificateRequest, newKey } from '../../../fabric-ca-client/index.ts';
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'null';
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | false;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: JsonSchema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<'get' | 'post', Operation>>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>> & { readonly Problem: ProblemSchema };
  };
}

interface ProblemSchema {
  readonly properties: { readonly code: { readonly enum: readonly string[] } };
}

export function resolve(schema: JsonSchema, { components }: OpenApiDocument): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/components/schemas/', '');
  const found: JsonSchema | undefined = components.schemas[name];
  if (found === undefined) throw new RangeError(`there is no schema ${name}`);
  return resolve(found, { components } as OpenApiDocument);
}

/** Patterns of the document's strings, each with an example; `#` makes it another one each time. */
const EXAMPLES: Readonly<Record<string, string>> = {
  '^[A-Za-z][A-Za-z0-9-]{1,39}$': 'Example#MSP',
  '^[A-Za-z0-9][A-Za-z0-9_-]{1,39}$': 'example#',
  '^[A-Za-z0-9][A-Za-z0-9-]{1,29}$': 'EXAMPLE#',
  '^[A-Za-z][A-Za-z0-9-]{1,39}\\/[A-Za-z0-9][A-Za-z0-9_-]{1,39}$': 'ExampleMSP/example#',
  '^[A-Za-z0-9_-]{4,40}$': 'example-#',
  '^[A-Za-z0-9_-]{43}$': 'E'.repeat(43),
  '^[A-Za-z0-9_-]{86}$': 'E'.repeat(86),
  '^[A-Za-z0-9_-]{43}\\.(0|[1-9][0-9]{0,3})$': `${'E'.repeat(43)}.#`,
  '^A[g-z0-9_-][A-Za-z0-9_-]{42}$': `Ag${'E'.repeat(42)}`,
  '^[A-Za-z0-9_-]+$': 'RXhhbXBsZQ',
  '^[0-9a-f]{64}$': 'e'.repeat(64),
  '^[0-9a-f]{32}$': 'e'.repeat(32),
  '^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$': 'RXhhbXBsZQ==',
  '^-----BEGIN CERTIFICATE REQUEST-----\\r?\\n[A-Za-z0-9+/=\\r\\n]+-----END CERTIFICATE REQUEST-----\\s*$':
    certificateRequest('example', newKey()),
  '^(0|[1-9][0-9]{0,14})\\.(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})$': '0.0.#',
  '^(0|[1-9][0-9]{0,29})$': '10#',
  '^[a-z]+(\\/[A-Za-z0-9_.-]+){0,3}$': 'consortium',
  '^[^\\u0000-\\u001F\\u007F-\\u009F]+$': 'example #',
  '^[1-9][0-9]{0,29}$': '10#',
};

/** Makes examples of schemas: one for each alternative that a schema has anywhere. */
export class Examples {
  readonly #document: OpenApiDocument;
  #made = 0;

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  /** Values that the schema takes, with all their optional parts. */
  of(given: JsonSchema): unknown[] {
    const schema = resolve(given, this.#document);
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (alternatives !== undefined) return alternatives.flatMap((alternative) => this.of(alternative));
    if (schema.const !== undefined) return [schema.const];
    if (schema.enum !== undefined) return schema.enum.slice(0, 1);
    switch (schema.type) {
      case 'object':
        return this.#objects(schema);
      case 'array':
        return this.of(schema.items ?? {}).map((item) => [item]);
      case 'integer':
        return [(schema.minimum ?? 0) + this.#next()];
      case 'boolean':
        return [true];
      case 'null':
        return [null];
      case 'string':
        return [this.#text(schema)];
      case undefined:
        throw new RangeError(`no example of ${JSON.stringify(schema)}`);
    }
  }

  #objects({ properties = {}, propertyNames, additionalProperties }: JsonSchema): object[] {
    const named = Object.entries(properties);
    if (propertyNames !== undefined && additionalProperties) {
      const [name] = this.of(propertyNames);
      named.push([String(name), additionalProperties]);
    }
    const parts = named.map(([name, schema]) => [name, this.of(schema)] as const);
    const count = Math.max(1, ...parts.map(([, values]) => values.length));
    return Array.from({ length: count }, (_, at) =>
      Object.fromEntries(parts.map(([name, values]) => [name, values[at % values.length]])),
    );
  }

  #text({ format, pattern, minLength = 1 }: JsonSchema): string {
    if (format === 'uri') return `https://example.invalid/${this.#next()}`;
    if (format === 'uuid') return `00000000-0000-4000-8000-00000000000${this.#next()}`;
    if (pattern === undefined) return 'e'.repeat(minLength);
    const example = EXAMPLES[pattern];
    if (example === undefined) throw new RangeError(`no example of ${pattern}`);
    return example.replace('#', this.#next().toString());
  }

  /** Small, and another one each time: periods must end after they start, lists must not repeat. */
  #next(): number {
    this.#made = (this.#made % 9) + 1;
    return this.#made;
  }
}
