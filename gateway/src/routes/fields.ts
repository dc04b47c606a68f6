import { z } from 'zod';
import { fieldTree, type FieldTree } from './field-tree.ts';
import { COMMA_SEPARATED } from './parse-text.ts';

/** Which fields are wanted: of each name all that is in it, or a part. */
export type Wanted = ReadonlyMap<string, Wanted | 'all'>;

const MAX_PATHS = 100;

/** What marks the part of an answer's schema that only requests with `fields` are answered by. */
export const SPARSE = 'With `fields`: only these fields';

/** The parameter `fields` of resources of this shape. */
export function fieldsQuery(schema: z.ZodType) {
  const fields = z
    .array(z.enum(pathsIn(fieldTree(schema))))
    .min(1)
    .max(MAX_PATHS)
    .meta(COMMA_SEPARATED)
    .transform(wantedOf)
    .optional()
    .describe('Only these fields of each item, for instance `id,scheme.version`');
  return z.strictObject({ fields });
}

/** What is wanted of a value; fields that it does not have are left out. */
export function pick(value: unknown, wanted: Wanted | undefined): unknown {
  if (wanted === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, wanted));
  const entries = Object.entries(value).flatMap(([name, content]): [string, unknown][] => {
    const part = wanted.get(name);
    return part === undefined ? [] : [[name, part === 'all' ? content : pick(content, part)]];
  });
  return Object.fromEntries(entries);
}

/** Like the schema, but any field may be missing. */
export function sparse(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
    const fields = Object.entries(shape).map(([name, field]) => [name, sparse(field).optional()] as const);
    return z.strictObject(Object.fromEntries(fields));
  }
  if (schema instanceof z.ZodArray) return z.array(sparse(schema.element as z.ZodType));
  if (schema instanceof z.ZodUnion) return z.union((schema.options as z.ZodType[]).map(sparse));
  if (schema instanceof z.ZodNullable) return sparse(schema.unwrap() as z.ZodType).nullable();
  if (schema instanceof z.ZodOptional) return sparse(schema.unwrap() as z.ZodType).optional();
  return schema;
}

/** Every field and what is in it, with dots between the names. */
function pathsIn({ children }: FieldTree): string[] {
  return [...children].flatMap(([name, child]) => [name, ...pathsIn(child).map((path) => `${name}.${path}`)]);
}

function wantedOf(paths: readonly string[]): Wanted {
  const wanted = new Map<string, Wanted | 'all'>();
  for (const path of paths) want(path.split('.'), wanted);
  return wanted;
}

/** Adds a path to what is wanted. */
function want([name = '', ...rest]: readonly string[], wanted: Map<string, Wanted | 'all'>): void {
  const known = wanted.get(name);
  if (known === 'all' || rest.length === 0) {
    wanted.set(name, 'all');
    return;
  }
  const part = new Map(known);
  want(rest, part);
  wanted.set(name, part);
}
