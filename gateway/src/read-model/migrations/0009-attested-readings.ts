import { type Migration, sql } from 'kysely';

/** Which collector has signed a profile block in its meter's place. What was read from blocks before is read again. */
export const addAttestation: Migration = {
  async up(db) {
    await sql`alter table ledger.blocks add column attested_by text`.execute(db);
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = 'ledger'`.execute(db);
    await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(`ledger.${name}`)))}`.execute(db);
  },
};
