/** A JSON value as stored. The auditor knows the ledger from its documentation alone. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export class NotAsDocumented extends Error {}

export function object(value: Json | undefined): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new NotAsDocumented('no object');
  return value as JsonObject;
}

export function list(value: Json | undefined): readonly JsonObject[] {
  if (!Array.isArray(value)) throw new NotAsDocumented('no list');
  return value.map((item: Json) => object(item));
}

export function texts(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) throw new NotAsDocumented('no list');
  return value.map((item: Json) => text(item));
}

export function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new NotAsDocumented('no text');
  return value;
}

export function whole(value: Json | undefined): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new NotAsDocumented('no whole number');
  return value;
}

/** An amount of money. */
export function amount(value: Json | undefined): bigint {
  if (!/^(0|[1-9][0-9]*)$/.test(text(value))) throw new NotAsDocumented('no amount of money');
  return BigInt(text(value));
}

/** Every number and text within a value, with the path to it. */
export function* leaves(
  value: Json | undefined,
  path = '',
): Generator<[path: string, leaf: number | string]> {
  if (typeof value === 'number' || typeof value === 'string') yield [path, value];
  if (value === null || typeof value !== 'object') return;
  for (const [name, item] of Object.entries(value)) yield* leaves(item, `${path}.${name}`);
}
