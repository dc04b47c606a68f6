import { type Migration, sql } from 'kysely';

/** Secrets of meters and collectors, as SHA-256 only. Times in milliseconds. */
export const createApiKeys: Migration = {
  async up(db) {
    await sql`create table service.api_keys (
      id text primary key,
      secret_hash text not null,
      name text not null,
      account text not null,
      meter_kind text,
      meter_id text,
      scopes text[] not null,
      created_by text not null,
      created_at bigint not null,
      expires_at bigint,
      revoked_at bigint,
      last_used_at bigint
    )`.execute(db);
    await sql`create index on service.api_keys (account)`.execute(db);
    await sql`create index on service.api_keys ((lpad(created_at::text, 15, '0') || id))`.execute(db);
    await sql`create index on service.api_keys ((least(revoked_at, expires_at)))`.execute(db);
  },
};
