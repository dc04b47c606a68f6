import type { MeteredSubject } from '@commonwatt/chaincode/domain';
import type { ReadingRow, RefusedRow } from './reading-rows.ts';

/** Rows that are in memory of one subject: half a year of quarter-hours. */
const MAX_ROWS = 20_000;

/** Rows of one subject that came together, or one that is none. */
export type ReadingGroup =
  | { readonly subject: MeteredSubject; readonly rows: readonly ReadingRow[] }
  | { readonly refused: RefusedRow };

/** Puts rows of one subject together as long as they follow one another. */
export async function* readingGroups(
  rows: AsyncIterable<ReadingRow | RefusedRow> | Iterable<ReadingRow | RefusedRow>,
): AsyncGenerator<ReadingGroup> {
  let group: ReadingRow[] = [];
  for await (const row of rows) {
    if ('code' in row) {
      yield { refused: row };
      continue;
    }
    const [first] = group;
    const isSame = first?.subject.kind === row.subject.kind && first.subject.id === row.subject.id;
    if (first !== undefined && (!isSame || group.length >= MAX_ROWS)) {
      yield { subject: first.subject, rows: group };
      group = [];
    }
    group.push(row);
  }
  const [first] = group;
  if (first !== undefined) yield { subject: first.subject, rows: group };
}
