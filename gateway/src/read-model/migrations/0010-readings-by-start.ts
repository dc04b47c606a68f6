import { type Migration, sql } from 'kysely';

const BY_END = [
  'end_at',
  'end_at_position',
  'kind_subject_end_at_position',
  'owner_end_at_position',
  'organisation_end_at_position',
];
const BY_START = ['', 'kind, subject, ', 'owner, ', 'organisation, '];

/**
 * Readings in the order of time are those by their start: the newest that start before a time are the first of such an
 * index, whereas of one by end all that end later come first.
 */
export const sortReadingsByStart: Migration = {
  async up(db) {
    for (const columns of BY_END)
      await sql`drop index if exists ${sql.table(`ledger.blocks_${columns}_idx`)}`.execute(db);
    for (const columns of BY_START)
      await sql`create index on ledger.blocks (${sql.raw(columns)}start_at, position)`.execute(db);
    // For the longest one: whatever ends after a time starts at most so much before it.
    await sql`create index on ledger.blocks ((end_at - start_at))`.execute(db);
  },
};
