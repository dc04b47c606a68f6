import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

/** Where it is kept how far the tables have come; not a table of records. */
const PROGRESS = 'progress';

/** Names of the tables of the ledger's records, in the order of names. */
export async function recordTables(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'ledger' and tablename <> ${PROGRESS} order by tablename collate "C"`.execute(
    database,
  );
  return rows.map(({ name }) => name);
}

export function ledgerTable(name: string): RawBuilder<unknown> {
  return sql.table(`ledger.${name}`);
}

/** Forgets all that was read from blocks. */
export async function emptyTables(database: Database): Promise<void> {
  const tables = [...(await recordTables(database)), PROGRESS].map(ledgerTable);
  await sql`truncate ${sql.join(tables)}`.execute(database);
}
