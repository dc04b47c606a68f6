import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * How the lines of bulk requests were put together to commands: how many of them depends on when they came, and a
 * request sent again must become the same commands.
 */
export class LineBatchTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Lines of the batch that began with this line of the request; undefined when none did. */
  async linesFrom(account: string, idempotencyKey: string, firstLine: number): Promise<number | undefined> {
    const { rows } = await sql<{ lines: number }>`select lines from service.line_batches
      where account = ${account} and idempotency_key = ${idempotencyKey} and first_line = ${firstLine}`.execute(
      this.#database,
    );
    return rows[0]?.lines;
  }

  async record(account: string, idempotencyKey: string, firstLine: number, lines: number): Promise<void> {
    await sql`insert into service.line_batches (account, idempotency_key, first_line, lines, created_at)
      values (${account}, ${idempotencyKey}, ${firstLine}, ${lines}, ${Date.now()})
      on conflict do nothing`.execute(this.#database);
  }

  /** Deletes at most `count` batches that are older, and answers how many these were. */
  async prune(createdBefore: number, count: number): Promise<number> {
    const { numAffectedRows = 0n } = await sql`delete from service.line_batches where ctid in (
      select ctid from service.line_batches where created_at < ${createdBefore}
      order by created_at limit ${count})`.execute(this.#database);
    return Number(numAffectedRows);
  }
}
