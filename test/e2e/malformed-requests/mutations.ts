import { resolve, type JsonSchema, type OpenApiDocument } from './json-schema.ts';

/** A body that is wrong in one place. */
export interface Mutation {
  readonly what: string;
  readonly json: string;
}

/** Stands in the JSON for a number that JavaScript would not write like that. */
const RAW = '@raw@';

/** Every way in which this example of a schema can go wrong in one place. */
export function mutationsOf(example: unknown, schema: JsonSchema, document: OpenApiDocument): Mutation[] {
  return [...wrongValues(example, schema, document)].map(({ place, what, value }) => ({
    what: `${place === '' ? 'body' : place} ${what}`,
    json: JSON.stringify(value).replaceAll(new RegExp(`"${RAW}([^"]*)"`, 'g'), '$1'),
  }));
}

interface Wrong {
  readonly place: string;
  readonly what: string;
  /** The whole, with this one thing wrong. */
  readonly value: unknown;
}

function* wrongValues(value: unknown, given: JsonSchema, document: OpenApiDocument): Generator<Wrong> {
  const { alternatives, schema } = alternativeOf(value, resolve(given, document), document);
  const here = (what: string, wrong: unknown): Wrong => ({ place: '', what, value: wrong });
  const mayBeNull = alternatives.some(({ type }) => type === 'null');
  if (!mayBeNull) yield here('null', null);
  if (value === null) yield here('true for null', true);
  else if (Array.isArray(value)) yield* wrongLists(value as unknown[], schema, document, here);
  else if (typeof value === 'object')
    yield* wrongObjects(value as Record<string, unknown>, schema, document, here);
  else if (typeof value === 'number') yield* wrongIntegers(schema, here);
  else if (typeof value === 'string') yield* wrongTexts(schema, here);
  else yield here('text for a boolean', 'true');
}

type Here = (what: string, wrong: unknown) => Wrong;

function* wrongObjects(
  value: Record<string, unknown>,
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  document: OpenApiDocument,
  here: Here,
): Generator<Wrong> {
  yield here('a list for an object', [value]);
  yield here('text for an object', 'object');
  yield here('with an unknown field', { ...value, surplus: 1 });
  yield here(
    'with a prototype',
    Object.defineProperty({ ...value }, '__proto__', { value: [], enumerable: true }),
  );
  for (const name of required) {
    yield here(`without ${name}`, Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)));
  }
  for (const [name, inner] of Object.entries(value)) {
    const schema = properties[name] ?? additionalProperties;
    if (!schema) throw new RangeError(`an example has the unknown field ${name}`);
    for (const wrong of wrongValues(inner, schema, document))
      yield { ...wrong, place: join(name, wrong.place), value: { ...value, [name]: wrong.value } };
  }
}

function* wrongLists(
  [item]: readonly unknown[],
  { items = {}, minItems = 0, maxItems }: JsonSchema,
  document: OpenApiDocument,
  here: Here,
): Generator<Wrong> {
  yield here('an object for a list', { 0: item });
  if (minItems > 0) yield here('an empty list', []);
  if (maxItems !== undefined) yield here('too many items', Array(maxItems + 1).fill(item));
  for (const wrong of wrongValues(item, items, document))
    yield { ...wrong, place: join('0', wrong.place), value: [wrong.value] };
}

function* wrongIntegers({ minimum = 0, maximum }: JsonSchema, here: Here): Generator<Wrong> {
  yield here('text for a number', '1');
  yield here('a list for a number', [1]);
  yield here('true for a number', true);
  for (const number of ['1.5', '0.1', '1e-7', '1e21', '1e308', '1e999', '-1e999', '9007199254740993'])
    yield here(number, `${RAW}${number}`);
  yield here('less than the least', minimum - 1);
  yield here('negative', `${RAW}-${minimum + 1}`);
  if (maximum !== undefined) yield here('more than the most', maximum + 1);
}

function* wrongTexts({ pattern = '', maxLength, const: constant }: JsonSchema, here: Here): Generator<Wrong> {
  yield here('a number for text', 5);
  yield here('an object for text', {});
  yield here('empty', '');
  yield here('with NUL', 'example\u0000example');
  yield here('with half a surrogate pair', 'example\ud800example');
  if (constant !== undefined || pattern !== '') yield here('with a line break', 'example\n');
  if (maxLength !== undefined) yield here('too long', 'e'.repeat(maxLength + 1));
  if (pattern.startsWith('^(0|'))
    for (const number of ['-1', '+1', '1.5', '1e3', '01', ' 1', '0x1', '1n', '9'.repeat(31), '∞'])
      yield here(`money of ${number}`, number);
}

/** The alternative that the value is an example of, among all of them. */
function alternativeOf(
  value: unknown,
  schema: JsonSchema,
  document: OpenApiDocument,
): { readonly alternatives: readonly JsonSchema[]; readonly schema: JsonSchema } {
  const given = schema.anyOf ?? schema.oneOf;
  if (given === undefined) return { alternatives: [schema], schema };
  const alternatives = given.map((alternative) => resolve(alternative, document));
  const found = alternatives.find((alternative) => isExample(value, alternative));
  if (found === undefined) throw new RangeError(`${JSON.stringify(value)} is of no alternative`);
  return { alternatives, schema: found };
}

function isExample(value: unknown, { type, properties = {} }: JsonSchema): boolean {
  if (typeof value !== 'object') return type === (typeof value === 'number' ? 'integer' : typeof value);
  if (value === null || type !== 'object') return value === null && type === 'null';
  const { kind } = value as { kind?: string };
  const names = Object.keys(value);
  return (
    properties.kind?.const === kind &&
    names.length === Object.keys(properties).length &&
    names.every((name) => Object.hasOwn(properties, name))
  );
}

function join(name: string, rest: string): string {
  return rest === '' ? name : `${name}.${rest}`;
}
