import assert from 'node:assert/strict';
import { get, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { sharedConsortium } from '../shared-consortium.ts';

const DOCUMENT = '/v1/openapi.json';
/** At most this share of the document goes over the line. */
const COMPRESSED_TO = 0.15;

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('the OpenAPI document', () => {
  let url: string;

  before(async () => {
    url = `${(await sharedConsortium()).regulator.url}${DOCUMENT}`;
  });

  it('comes compressed to those who take it so, and is the same', async () => {
    const plain = await ask(url);
    const compressed = await ask(url, { 'Accept-Encoding': 'gzip, deflate, br' });
    assert.deepEqual([plain.status, compressed.status], [200, 200]);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(compressed.headers['content-encoding'], 'gzip');
    assert.ok(compressed.body.length < plain.body.length * COMPRESSED_TO);
    assert.ok(gunzipSync(compressed.body).equals(plain.body));
    for (const { headers } of [plain, compressed]) {
      assert.match(headers['content-type'] ?? '', /^application\/json/);
      assert.match(headers.vary ?? '', /\bAccept-Encoding\b/);
    }
  });

  it('comes as it is to those who refuse gzip', async () => {
    for (const encodings of ['identity', 'br', 'gzip;q=0'])
      assert.equal((await ask(url, { 'Accept-Encoding': encodings })).headers['content-encoding'], undefined);
  });

  it('is not sent again to those who have it, however it came', async () => {
    const { headers } = await ask(url, { 'Accept-Encoding': 'gzip' });
    const tag = headers.etag ?? '';
    assert.equal((await ask(url)).headers.etag, tag);
    for (const encodings of ['gzip', 'identity']) {
      const again = await ask(url, { 'Accept-Encoding': encodings, 'If-None-Match': tag });
      assert.deepEqual([again.status, again.body.length], [304, 0]);
      assert.equal(again.headers['content-encoding'], undefined);
    }
  });
});

/** Not with `fetch`, which unpacks what it gets. */
async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}
