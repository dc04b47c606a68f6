import { z } from 'zod';
import { fieldTree, type FieldTree } from './field-tree.ts';

/** Which fields are wanted: of each name all that is in it, or a part. */
export type Wanted = ReadonlyMap<string, Wanted | 'all'>;

const MAX_TEXT = 1000;
const PATHS = /^[A-Za-z]+(\.[A-Za-z]+)*(,[A-Za-z]+(\.[A-Za-z]+)*)*$/;

/** What marks the part of an answer's schema that only requests with `fields` are answered by. */
export const SPARSE = 'With `fields`: only these fields';

/** The parameter `fields` of resources of this shape. */
export function fieldsQuery(schema: z.ZodType) {
  const tree = fieldTree(schema);
  const fields = z
    .string()
    .max(MAX_TEXT)
    .regex(PATHS, 'must be names, with dots and commas between them')
    .transform((text, context) => wantedOf(tree, text, context))
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

function wantedOf(tree: FieldTree, text: string, context: z.RefinementCtx): Wanted {
  const wanted = new Map<string, Wanted | 'all'>();
  for (const path of text.split(','))
    if (!want(tree, path.split('.'), wanted)) {
      context.addIssue({ code: 'custom', message: `there is no field ${path}` });
      return z.NEVER;
    }
  return wanted;
}

/** Adds a path to what is wanted; false when there is no such field. */
function want(
  { children }: FieldTree,
  [name = '', ...rest]: readonly string[],
  wanted: Map<string, Wanted | 'all'>,
): boolean {
  const child = children.get(name);
  if (child === undefined) return false;
  const known = wanted.get(name);
  if (rest.length === 0) {
    wanted.set(name, 'all');
    return true;
  }
  const part = new Map(known === 'all' ? [] : known);
  if (!want(child, rest, part)) return false;
  if (known !== 'all') wanted.set(name, part);
  return true;
}
