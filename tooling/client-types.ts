import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../gateway/src/openapi/document.ts';
import { ENDPOINTS } from '../gateway/src/routes/index.ts';

/** Where the client keeps them. */
export const CLIENT_TYPES_FILE = join(import.meta.dirname, '../client/src/openapi.ts');

const BANNER = "// Generated from the gateway's OpenAPI document by `npm run client`; not to be edited.\n\n";

/** The types of the client package, from the gateway's routes as they are. */
export async function clientTypes(): Promise<string> {
  // The library changes what it is given.
  const document = structuredClone(openApiDocument(ENDPOINTS)) as unknown as Parameters<typeof openapiTS>[0];
  return BANNER + astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
}
