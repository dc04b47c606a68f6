import { type Migration, sql } from 'kysely';

/** Commands of clients, and the transactions broadcast for them whose fate is not known yet. Times in milliseconds. */
export const createServiceSchema: Migration = {
  async up(db) {
    await sql`create schema if not exists service`.execute(db);
    await sql`create table service.operations (
      id text primary key,
      account text not null,
      method text not null,
      idempotency_key text not null,
      request_hash text not null,
      status text not null,
      transaction_ids text[] not null default '{}',
      block_number bigint,
      result jsonb,
      error jsonb,
      created_at bigint not null,
      finished_at bigint,
      unique (account, idempotency_key)
    )`.execute(db);
    await sql`create index on service.operations (created_at) where status = 'pending'`.execute(db);
    await sql`create table service.intents (
      transaction_id text primary key,
      operation_ids text[] not null,
      envelope bytea not null,
      results jsonb not null,
      created_at bigint not null
    )`.execute(db);
  },
};
