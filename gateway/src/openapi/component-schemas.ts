import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** The schemas of a document: each is named once and referred to by name. */
export class ComponentSchemas {
  readonly #registry = z.registry<{ id: string }>();
  /** Names of schemas whose properties are wanted one by one, as parameters are. */
  readonly #inline = new Set<string>();

  constructor(named: Readonly<Record<string, z.ZodType>>) {
    for (const [id, schema] of Object.entries(named)) this.#registry.add(schema, { id });
  }

  /** Refers to a schema, under `name` unless it has one already. */
  refer(schema: z.ZodType, name: string): { $ref: string } {
    return { $ref: referenceTo(this.#nameOf(schema, name)) };
  }

  /** Enters an object whose properties {@link generate} gives back apart. */
  enterParameters(schema: z.ZodObject, name: string): void {
    if (Object.keys(schema.shape).length > 0) this.#inline.add(this.#nameOf(schema.clone(), name));
  }

  generate(): { components: Record<string, JsonSchema>; parameters: Map<string, JsonSchema> } {
    const { schemas } = z.toJSONSchema(this.#registry, { uri: referenceTo, io: 'input' });
    const components: Record<string, JsonSchema> = {};
    const parameters = new Map<string, JsonSchema>();
    for (const [name, generated] of Object.entries(schemas)) {
      // The document says what dialect its schemas are of, and where each lies.
      const { $schema, $id, ...schema } = generated;
      if ($schema === undefined || $id === undefined) throw new RangeError(`schema ${name} has no place`);
      if (this.#inline.has(name)) parameters.set(name, schema);
      else components[name] = schema;
    }
    return { components, parameters };
  }

  #nameOf(schema: z.ZodType, name: string): string {
    const known = this.#registry.get(schema)?.id;
    if (known === undefined) this.#registry.add(schema, { id: name });
    return known ?? name;
  }
}

function referenceTo(name: string): string {
  return `#/components/schemas/${name}`;
}
