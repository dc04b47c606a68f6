import { Discrepancy, must, show } from '../discrepancy.ts';

/** Takes a value of a record apart; throws a discrepancy if it is not what it must be. */
export type Reader<T> = (value: unknown, name: string) => T;
export type Read<R> = R extends Reader<infer T> ? T : never;

const RULE = 'a record has its documented shape';

function reader<T>(expected: string, isSuch: (value: unknown) => value is T): Reader<T> {
  return (value, name) => {
    if (isSuch(value)) return value;
    throw new Discrepancy(RULE, { expected: `${name}: ${expected}`, found: value });
  };
}

export const text = reader('a text', (value): value is string => typeof value === 'string' && value !== '');
export const flag = reader('true or false', (value): value is boolean => typeof value === 'boolean');
/** 0, 1, 2, ... */
export const natural = reader(
  'a natural number',
  (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0,
);
const DECIMAL = /^(0|[1-9][0-9]{0,29})$/;

/** Money in billionths of the currency, written as a decimal. */
export const money: Reader<bigint> = (value, name) => {
  must(typeof value === 'string' && DECIMAL.test(value), RULE, {
    expected: `${name}: an amount`,
    found: value,
  });
  return BigInt(value);
};

export function exactly<const T extends string | number | null>(...values: T[]): Reader<T> {
  return reader(`one of ${show(values)}`, (value): value is T => (values as unknown[]).includes(value));
}

export function list<T>(item: Reader<T>): Reader<T[]> {
  return (value, name) => {
    must(Array.isArray(value), RULE, { expected: `${name}: a list`, found: value });
    return value.map((entry, index) => item(entry, `${name}[${index}]`));
  };
}

export function optional<T>(inner: Reader<T>): Reader<T | undefined> {
  return (value, name) => (value === undefined ? undefined : inner(value, name));
}

export function nullable<T>(inner: Reader<T>): Reader<T | null> {
  return (value, name) => (value === null ? null : inner(value, name));
}

/** Anything; for what only the holder needs to understand. */
export const anything: Reader<unknown> = (value) => value;

type Shape = Record<string, Reader<unknown>>;
type Shaped<S extends Shape> = { readonly [K in keyof S]: Read<S[K]> };

/** A reader of objects, which knows their fields. */
export type ObjectReader<T> = Reader<T> & { readonly fields: readonly string[] };

/** An object with these fields and no others. */
export function object<S extends Shape>(shape: S): ObjectReader<Shaped<S>> {
  const names = Object.keys(shape);
  const read: Reader<Shaped<S>> = (value, name) => {
    must(typeof value === 'object' && value !== null, RULE, { expected: `${name}: an object`, found: value });
    const unknown = Object.keys(value).find((field) => !Object.hasOwn(shape, field));
    must(unknown === undefined, RULE, { expected: `${name}: no field ${unknown}`, found: value });
    const fields = names.map((field) => [
      field,
      shape[field]?.((value as Record<string, unknown>)[field], `${name}.${field}`),
    ]);
    return Object.fromEntries(fields) as Shaped<S>;
  };
  return Object.assign(read, { fields: names });
}

/** One of several objects, told apart by their field `kind`. */
export function tagged<S extends Record<string, Shape>>(
  shapes: S,
): Reader<{ [K in keyof S & string]: Shaped<S[K]> & { readonly kind: K } }[keyof S & string]> {
  const readers = new Map(
    Object.entries(shapes).map(([kind, shape]) => [kind, object({ ...shape, kind: exactly(kind) })]),
  );
  return (value, name) => {
    const kind = (value as { kind?: unknown } | null)?.kind;
    const inner = typeof kind === 'string' ? readers.get(kind) : undefined;
    must(inner !== undefined, RULE, {
      expected: `${name}.kind: ${[...readers.keys()].join(', ')}`,
      found: value,
    });
    return inner(value, name) as never;
  };
}
