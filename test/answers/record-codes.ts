/** Loaded before a suite: notes every code that a gateway answers to it, for `npm test` to look at in the end. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesIn } from './codes.ts';

const JSON_TYPE = /^application\/(problem\+)?json\b/;
/** Its examples have codes as well, which nobody was answered. */
const DOCUMENT_PATH = '/v1/openapi.json';

const folder = process.env.COMMONWATT_TEST_CODES;
if (folder !== undefined) {
  const codes = new Set<string>();
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await send(input, init);
    // Cut off on the way, or no body: whoever sent the request meets that as well.
    if (isAnswer(response)) noteCodes(response.clone(), codes).catch(() => undefined);
    return response;
  };
  process.on('exit', () => writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify([...codes])));
}

function isAnswer({ url, headers }: Response): boolean {
  return JSON_TYPE.test(headers.get('content-type') ?? '') && new URL(url).pathname !== DOCUMENT_PATH;
}

async function noteCodes(response: Response, codes: Set<string>): Promise<void> {
  for (const code of codesIn(await response.json())) codes.add(code);
}
