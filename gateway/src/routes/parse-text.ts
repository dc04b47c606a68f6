import { z } from 'zod';

/** An integer as a client writes it: no sign but minus, no blanks, no exponent, few enough digits to be exact. */
const INTEGER = /^-?(0|[1-9][0-9]{0,15})$/;

/** Marks a list that comes in one parameter, with commas between its items; named as OpenAPI's parameters say it. */
export const COMMA_SEPARATED = { explode: false } as const;

/** How the text of a parameter becomes the value that its schema describes. */
type Reader = (texts: readonly string[]) => unknown;

const READERS: Readonly<Record<string, Reader>> = {
  integer: (texts) => single(texts, (text) => (INTEGER.test(text) ? Number(text) : text)),
  boolean: (texts) => single(texts, (text) => (text === 'true' ? true : text === 'false' ? false : text)),
  array: (texts) => [...texts],
};

/**
 * Reads parameters of path or query as the schema's types; what cannot be read stays text, which the schema refuses.
 * Prepared once for each endpoint.
 */
export function textReader(schema: z.ZodObject): (given: Readonly<Record<string, unknown>>) => unknown {
  const readers = new Map(
    Object.entries(schema.shape).map(([name, property]) => [name, readerOf(property as z.ZodType)]),
  );
  return (given) =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        const texts = (Array.isArray(value) ? value : [value]) as readonly string[];
        return [name, (readers.get(name) ?? asText)(texts)];
      }),
    );
}

function readerOf(schema: z.ZodType): Reader {
  const { type, explode } = z.toJSONSchema(schema, { io: 'input' });
  if (type === 'array' && explode === COMMA_SEPARATED.explode) return commaSeparated;
  return READERS[String(type)] ?? asText;
}

function commaSeparated(texts: readonly string[]): unknown {
  return single(texts, (text) => text.split(','));
}

function asText(texts: readonly string[]): unknown {
  return single(texts, (text) => text);
}

/** A parameter that comes twice stays a list, which no single value's schema takes. */
function single(texts: readonly string[], read: (text: string) => unknown): unknown {
  const [text, ...more] = texts;
  return text === undefined || more.length > 0 ? texts : read(text);
}
