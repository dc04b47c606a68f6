import { type Migration, sql } from 'kysely';

/**
 * Whom the records that a transaction changed belong to, as of the change; and the order in which changes are told.
 * What was read from blocks before does not have it, and is read again.
 */
export const createEventLog: Migration = {
  async up(db) {
    await sql`alter table ledger.transactions add column parties jsonb`.execute(db);
    await sql`create index on ledger.transactions (block_number, index_in_block)
      where validation_code = 0 and ids is not null`.execute(db);
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = 'ledger'`.execute(db);
    await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(`ledger.${name}`)))}`.execute(db);
  },
};
