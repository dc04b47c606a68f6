import { type Migration, sql } from 'kysely';

/** How the lines of bulk requests were put together to commands. Times in milliseconds. */
export const createLineBatches: Migration = {
  async up(db) {
    await sql`create table service.line_batches (
      account text not null,
      idempotency_key text not null,
      first_line bigint not null,
      lines integer not null,
      created_at bigint not null,
      primary key (account, idempotency_key, first_line)
    )`.execute(db);
    await sql`create index on service.line_batches (created_at)`.execute(db);
  },
};
