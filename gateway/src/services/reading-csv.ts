import { csvRecords, CsvUnreadable } from './csv-records.ts';
import {
  READING_COLUMNS,
  readRow,
  refusedRow,
  type ReadingCells,
  type ReadingRow,
  type RefusedRow,
} from './reading-rows.ts';

const MAX_RECORD_LENGTH = 10_000;

/**
 * Readings as CSV with a header line that names the columns of {@link READING_COLUMNS} in any order; others, such as
 * those of a reject file, are ignored.
 *
 * @throws CsvUnreadable also for a missing column
 */
export async function* readingsOfCsv(pieces: AsyncIterable<string>): AsyncGenerator<ReadingRow | RefusedRow> {
  let places: readonly number[] | undefined;
  for await (const record of csvRecords(pieces, MAX_RECORD_LENGTH)) {
    if (places === undefined) {
      places = placesOf(record);
      continue;
    }
    const cells = Object.fromEntries(
      READING_COLUMNS.map((name, index) => [name, record[places?.[index] ?? 0] ?? '']),
    ) as ReadingCells;
    const isShort = places.some((place) => place >= record.length);
    yield isShort ? refusedRow(cells, `the row has ${record.length} fields only`) : readRow(cells);
  }
  if (places === undefined) throw new CsvUnreadable('there is no header line');
}

function placesOf(header: readonly string[]): number[] {
  // A spreadsheet begins the file with a byte order mark.
  const names = header.map((name) => name.replace(/^\uFEFF/, '').trim());
  return READING_COLUMNS.map((column) => {
    const place = names.indexOf(column);
    if (place < 0) throw new CsvUnreadable(`the header has no column ${column}`);
    return place;
  });
}
