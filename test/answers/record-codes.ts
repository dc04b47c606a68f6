/** Loaded before a suite: notes every code that a gateway answers to it, for `npm test` to look at in the end. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesIn } from './codes.ts';
import { watchFetch } from './watch-fetch.ts';

/** Its examples have codes as well, which nobody was answered. */
const DOCUMENT_PATH = '/v1/openapi.json';

const folder = process.env.COMMONWATT_TEST_CODES;
if (folder !== undefined) {
  const codes = new Set<string>();
  watchFetch(({ url, headers, answer }) => {
    // Whatever a test puts in a gateway's place gives its answers no id.
    if (!headers.has('x-request-id') || url.pathname === DOCUMENT_PATH) return;
    for (const code of codesIn(answer)) codes.add(code);
  });
  process.on('exit', () => writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify([...codes])));
}
