import { CsvError, parse } from 'csv-parse';

/** CSV that cannot be read. */
export class CsvUnreadable extends Error {}

/**
 * Records of CSV (RFC 4180) as its text comes in pieces; empty lines are none. Those before one that cannot be read come
 * all the same.
 *
 * @param maxLength of a record, so that a quote that is never closed does not fill the memory
 * @throws CsvUnreadable
 */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
  maxLength: number,
): AsyncGenerator<readonly string[]> {
  const complete: string[][] = [];
  const parser = parse({
    bom: true,
    max_record_size: maxLength,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    // Taken out here: what is still in a stream when it fails is lost.
    on_record: (record: string[]) => {
      complete.push(record);
      return null;
    },
  });
  let failure: Error | null | undefined;
  // It comes to whoever writes as well.
  parser.on('error', () => undefined).resume();
  for await (const piece of pieces) {
    failure = await new Promise((resolve) => parser.write(piece, resolve));
    yield* complete.splice(0);
    if (failure != null) throw unreadable(failure);
  }
  failure = await new Promise((resolve) => parser.end(resolve));
  yield* complete.splice(0);
  if (failure != null) throw unreadable(failure);
}

function unreadable(error: Error): Error {
  return error instanceof CsvError ? new CsvUnreadable(error.message) : error;
}
