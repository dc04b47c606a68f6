import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { TextLines } from '../../../gateway/src/routes/text-lines.ts';

const WAIT_MS = 1000;
const MAX_BYTES = 10;
const CHUNK_BYTES = 65_536;

describe('lines of a request', function () {
  this.timeout(30_000);

  it('are numbered and the same however the bytes come, without those of lines that are too long', async () => {
    const line = fc.string({ maxLength: 15 }).filter((text) => !text.includes('\n'));
    const cuts = fc.array(fc.nat(100), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), cuts, async (texts, at) => {
        const bytes = Buffer.from(`${texts.join('\n')}\n`);
        const places = [0, ...at.filter((place) => place < bytes.length).sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
        const found = await all(chunks.filter(({ length }) => length > 0));
        const expected = texts.map((text) => (Buffer.byteLength(text) > MAX_BYTES ? null : text));
        assert.deepEqual(
          found.map((read) => read.bytes?.toString() ?? null),
          expected,
        );
        assert.deepEqual(
          found.map(({ number }) => number),
          texts.map((_, index) => index + 1),
        );
      }),
    );
  });

  it('cost as much each when a chunk has many as when it has few', async () => {
    const startedAt = performance.now();
    const found = await all(Array.from({ length: 8 }, () => Buffer.alloc(CHUNK_BYTES, '\n')));
    assert.equal(found.length, 8 * CHUNK_BYTES);
    assert.ok(performance.now() - startedAt < 5000);
  });
});

async function all(chunks: readonly Buffer[]) {
  const lines = new TextLines(Readable.from(chunks, { objectMode: false }), MAX_BYTES);
  const found = [];
  for (;;) {
    const line = await lines.peek(WAIT_MS);
    if (typeof line === 'string') {
      assert.equal(line, 'end');
      return found;
    }
    found.push(line);
    lines.take();
  }
}
