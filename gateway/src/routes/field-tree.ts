import { z } from 'zod';

/** The fields of what a schema describes, as JSON. */
export interface FieldTree {
  readonly children: ReadonlyMap<string, FieldTree>;
  readonly isList: boolean;
}

/** As far as this needs to know it. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** Fields of all variants together, in the order of the schema. */
export function fieldTree(schema: z.ZodType): FieldTree {
  return treeOf([z.toJSONSchema(schema, { io: 'input' }) as JsonSchema]);
}

function treeOf(schemas: readonly JsonSchema[]): FieldTree {
  const variants = schemas.flatMap(variantsOf);
  const items = variants.flatMap((schema) => (schema.items === undefined ? [] : [schema.items]));
  const byName = new Map<string, JsonSchema[]>();
  for (const { properties = {} } of [...variants, ...items.flatMap(variantsOf)])
    for (const [name, property] of Object.entries(properties))
      byName.set(name, [...(byName.get(name) ?? []), property]);
  const children = new Map([...byName].map(([name, properties]) => [name, treeOf(properties)]));
  return { children, isList: items.length > 0 };
}

function variantsOf(schema: JsonSchema): JsonSchema[] {
  const variants = schema.anyOf ?? schema.oneOf;
  return variants === undefined ? [schema] : variants.flatMap(variantsOf);
}
