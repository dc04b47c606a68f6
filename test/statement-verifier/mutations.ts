/** Every way in which one field of a statement can be changed. */
export interface Mutation {
  /** Path of the field, and what is done to it. */
  readonly what: string;
  readonly statement: unknown;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * Each value of the statement changed, each field and item left out, and each object given one more field; in what is
 * base64, `bitsOf` bits are flipped one at a time, evenly spread.
 */
export function mutationsOf(statement: unknown, bitsOf: (length: number) => number): Mutation[] {
  return [...mutate(statement as Json, '$', bitsOf)].map(([what, changed]) => ({ what, statement: changed }));
}

function* mutate(value: Json, path: string, bitsOf: (length: number) => number): Generator<[string, Json]> {
  if (isList(value)) {
    for (const [index, item] of value.entries()) {
      yield [`${path}[${index}] left out`, value.toSpliced(index, 1)];
      for (const [what, changed] of mutate(item, `${path}[${index}]`, bitsOf))
        yield [what, value.with(index, changed)];
    }
  } else if (typeof value === 'object' && value !== null) {
    yield [`${path} with one more field`, { ...value, more: 1 }];
    for (const [name, member] of Object.entries(value)) {
      const others = Object.entries(value).filter(([other]) => other !== name);
      yield [`${path}.${name} left out`, Object.fromEntries(others)];
      for (const [what, changed] of mutate(member, `${path}.${name}`, bitsOf))
        yield [what, { ...value, [name]: changed }];
    }
  } else {
    yield* scalar(value, path, bitsOf);
  }
}

/** `Array.isArray` tells nothing of lists that are read-only. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function* scalar(
  value: null | boolean | number | string,
  path: string,
  bitsOf: (length: number) => number,
): Generator<[string, Json]> {
  if (value === null) yield [`${path} not null`, 0];
  else if (typeof value === 'boolean') yield [`${path} turned round`, !value];
  else if (typeof value === 'number') yield* [-1, 1].map((step) => numbered(path, value + step));
  else {
    yield [`${path} longer`, `${value} `];
    yield [`${path} empty`, ''];
    const bytes = Buffer.from(value, 'base64');
    if (value.length > 60 && bytes.toString('base64') === value) yield* flipped(bytes, path, bitsOf);
    else yield [`${path} with another character`, (value.startsWith('1') ? '2' : '1') + value.slice(1)];
  }
}

function numbered(path: string, value: number): [string, Json] {
  return [`${path} as ${value}`, value];
}

function* flipped(
  bytes: Buffer,
  path: string,
  bitsOf: (length: number) => number,
): Generator<[string, Json]> {
  const bits = bytes.length * 8;
  const count = Math.min(bits, bitsOf(bytes.length));
  for (let index = 0; index < count; index += 1) {
    const bit = Math.floor((index * bits) / count);
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield [`${path} with bit ${bit} flipped`, copy.toString('base64')];
  }
}
