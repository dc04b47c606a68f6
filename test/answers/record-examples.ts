/** Loaded before the life of a market: keeps an exchange of each operation as its example in the OpenAPI document. */
import { readFileSync, writeFileSync } from 'node:fs';
import { decodeSubmission } from '@commonwatt/chaincode/domain';
import { openApiDocument } from '../../gateway/src/openapi/document.ts';
import { EXAMPLES_FILE, type Example, type Examples } from '../../gateway/src/openapi/examples.ts';
import { BYTES_CONTENT, JSON_CONTENT } from '../../gateway/src/routes/endpoint.ts';
import { ENDPOINTS } from '../../gateway/src/routes/index.ts';
import { operationFinder } from '../fuzz/operation-finder.ts';
import { tidy } from './tidy-example.ts';
import { watchFetch, type Exchange } from './watch-fetch.ts';

/** A longer one is no example for readers. */
const LONG = 8_000;

const document = openApiDocument(ENDPOINTS, {});
const idOf = new Map(
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [
      `${method.toUpperCase()} ${path}`,
      (operation as { operationId: string }).operationId,
    ]),
  ),
);
const find = operationFinder(document.paths);
const examples = new Map<string, Example>();
/** Of operations that the life of a market does not meet, the examples stay. */
const kept = JSON.parse(readFileSync(EXAMPLES_FILE, 'utf8')) as Examples;

watchFetch((exchange) => {
  const { method, url, status, answer } = exchange;
  const id = idOf.get(find(method, url.pathname));
  if (id === undefined || status >= 300 || url.searchParams.has('fields')) return;
  const known = examples.get(id);
  if (known !== undefined && worth(answer) <= worth(known.responses[status])) return;
  const request = requestOf(exchange);
  examples.set(id, {
    ...(request !== undefined && { request }),
    // The request of the last one fits all of them: it is of the same shape.
    responses: { ...known?.responses, [status]: answer },
  });
});

process.on('exit', () => {
  const sorted = Object.fromEntries(
    [...Object.entries(kept), ...examples].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(EXAMPLES_FILE, `${JSON.stringify(tidy(sorted), null, 2)}\n`);
});

/** Bytes of readings are shown as the JSON that they stand for. */
function requestOf({ contentType, body }: Exchange): unknown {
  if (contentType.startsWith(JSON_CONTENT)) return JSON.parse(body.toString());
  if (contentType !== BYTES_CONTENT) return undefined;
  const blocks = decodeSubmission(body).map((block) => ({
    body: Buffer.from(block.body).toString('base64url'),
    signature: Buffer.from(block.signature).toString('base64url'),
  }));
  return { blocks };
}

/** What shows something is a better example than what is empty or endless. */
function worth(answer: unknown): number {
  if (answer === undefined) return 0;
  const text = JSON.stringify(answer);
  return text.length > LONG || text.includes('"items":[]') || text.includes('"refused"') ? 1 : 2;
}
