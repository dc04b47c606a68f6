import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvRecords, CsvUnreadable } from '../../../gateway/src/services/csv-records.ts';

const MAX_LENGTH = 200;

describe('records of CSV', () => {
  it('are the same however the text comes in pieces', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '\u00e9', '\u{1f31e}', ',', '"', '\r', '\n', ' '),
      maxLength: 5,
    });
    const record = fc.array(cell, { minLength: 2, maxLength: 4 });
    const cuts = fc.array(fc.nat(100), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(fc.array(record), fc.constantFrom('\n', '\r\n'), cuts, async (records, end, at) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = records.map((cells) => cells.map(quote).join(',') + end).join('');
        assert.deepEqual(await read(cut(text, at)), records);
      }),
    );
  });

  it('end in LF or CR LF, the last one also in nothing, and empty lines are none', async () => {
    assert.deepEqual(await read(['\uFEFFa,b\r\n\n1,2\n\r\n', '3,', '']), [
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
    ]);
    assert.deepEqual(await read([]), []);
  });

  it('come up to the first that cannot be read', async () => {
    for (const broken of ['2,"x"y\n', '2,x"y"\n', '2,"x', `2,${'x'.repeat(MAX_LENGTH + 1)}`]) {
      const found: unknown[] = [];
      const reading = (async () => {
        for await (const record of csvRecords(stream([`1,a\n${broken}`]), MAX_LENGTH)) found.push(record);
      })();
      await assert.rejects(reading, CsvUnreadable, broken);
      assert.deepEqual(found, [['1', 'a']], broken);
    }
  });

  it('do not fill the memory when a quote is never closed', async () => {
    let pieces = 0;
    const endless = async function* () {
      for (; ; pieces += 1) {
        assert.ok(pieces < 10);
        yield await Promise.resolve('"\n,x');
      }
    };
    const all = async () => {
      for await (const record of csvRecords(endless(), 5)) assert.ok(record.length > 0);
    };
    await assert.rejects(all(), CsvUnreadable);
  });

  it('fail as their source does', async () => {
    const lost = new Error('the connection was lost');
    const source = async function* () {
      yield await Promise.resolve('a,b\n');
      throw lost;
    };
    const all = async () => {
      for await (const record of csvRecords(source(), MAX_LENGTH)) assert.deepEqual(record, ['a', 'b']);
    };
    await assert.rejects(all(), lost);
  });
});

async function* stream(pieces: readonly string[]): AsyncGenerator<string> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

async function read(pieces: readonly string[]): Promise<(readonly string[])[]> {
  const records: (readonly string[])[] = [];
  for await (const record of csvRecords(stream(pieces), MAX_LENGTH)) records.push(record);
  return records;
}

/** Between characters, as a decoder gives them. */
function cut(text: string, at: readonly number[]): string[] {
  const characters = Array.from(text);
  const inside = at.filter((place) => place < characters.length).sort((a, b) => a - b);
  const places = [0, ...inside, characters.length];
  return places.slice(1).map((place, index) => characters.slice(places[index], place).join(''));
}
