import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../gateway/src/openapi/document.ts';
import { SPARSE } from '../gateway/src/routes/fields.ts';
import { ENDPOINTS } from '../gateway/src/routes/index.ts';

/** Where the client keeps them. */
export const CLIENT_TYPES_FILE = join(import.meta.dirname, '../client/src/openapi.ts');

const BANNER = "// Generated from the gateway's OpenAPI document by `npm run client`; not to be edited.\n\n";

/** The types of the client package, from the gateway's routes as they are. */
export async function clientTypes(): Promise<string> {
  // The library changes what it is given.
  const document = asClientsSee(openApiDocument(ENDPOINTS, {})) as Parameters<typeof openapiTS>[0];
  return BANNER + astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
}

/** A copy without headers, and without what is answered to requests with `fields` only: the client has its own ways with these. */
function asClientsSee(document: object): object {
  const text = JSON.stringify(document, (key, value: unknown) => {
    if (key === 'headers') return undefined;
    if (typeof value !== 'object' || value === null) return value;
    // Which codes a problem has where is for readers: the client has one type for all.
    if ('allOf' in value) return (value.allOf as object[])[0];
    if (!('anyOf' in value)) return value;
    const { anyOf, ...rest } = value as { anyOf: { description?: string }[] };
    const variants = anyOf.filter(({ description }) => description !== SPARSE);
    const [only, ...others] = variants;
    return others.length === 0 ? { ...rest, ...only } : { ...rest, anyOf: variants };
  });
  return JSON.parse(text) as object;
}
