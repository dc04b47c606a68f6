import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { ledgerTable, recordTables } from './ledger-tables.ts';

export interface TableContent {
  readonly rows: number;
  /** SHA-256 of the rows, hex. */
  readonly hash: string;
}

/** What the tables of the ledger hold, in few bytes: the same for all who read the same blocks. */
export interface LedgerContent {
  /** SHA-256 over names and hashes of all tables, hex. */
  readonly hash: string;
  readonly tables: Readonly<Record<string, TableContent>>;
}

/** Rows hashed with one statement; of profile blocks, a day each, about 1 MB. */
const ROWS_AT_ONCE = 500;

/**
 * Hashes every row as PostgreSQL writes it as JSON, table by table in the order of first appearance on the ledger. Rows
 * must not change meanwhile; reading others is not held up for longer than one statement.
 */
export async function contentOf(database: Database): Promise<LedgerContent> {
  const whole = createHash('sha256');
  const tables: Record<string, TableContent> = {};
  for (const name of await recordTables(database)) {
    const table = await tableContent(database, name);
    tables[name] = table;
    whole.update(`${name}\n${table.hash}\n`);
  }
  return { hash: whole.digest('hex'), tables };
}

async function tableContent(database: Database, name: string): Promise<TableContent> {
  const hash = createHash('sha256');
  let rows = 0;
  for (let after = -1; ;) {
    const page = await sql<{
      position: number;
      json: string;
    }>`select position, row_to_json(record)::text as json
      from ${ledgerTable(name)} record where position > ${after} order by position limit ${ROWS_AT_ONCE}`.execute(
      database,
    );
    for (const { json } of page.rows) hash.update(`${json}\n`);
    rows += page.rows.length;
    const last = page.rows.at(-1);
    if (last === undefined) return { rows, hash: hash.digest('hex') };
    after = last.position;
  }
}
