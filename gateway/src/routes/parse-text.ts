import { z } from 'zod';

/** An integer as a client writes it: no sign but minus, no blanks, no exponent, few enough digits to be exact. */
const INTEGER = /^-?(0|[1-9][0-9]{0,15})$/;

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
    Object.entries(schema.shape).map(([name, property]) => [
      name,
      READERS[jsonTypeOf(property as z.ZodType)] ?? asText,
    ]),
  );
  return (given) =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        const texts = (Array.isArray(value) ? value : [value]) as readonly string[];
        return [name, (readers.get(name) ?? asText)(texts)];
      }),
    );
}

function jsonTypeOf(schema: z.ZodType): string {
  const { type } = z.toJSONSchema(schema, { io: 'input' });
  return typeof type === 'string' ? type : 'string';
}

function asText(texts: readonly string[]): unknown {
  return single(texts, (text) => text);
}

/** A parameter that comes twice stays a list, which no single value's schema takes. */
function single(texts: readonly string[], read: (text: string) => unknown): unknown {
  const [text, ...more] = texts;
  return text === undefined || more.length > 0 ? texts : read(text);
}
