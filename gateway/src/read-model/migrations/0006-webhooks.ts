import { type Migration, sql } from 'kysely';

/** Who wants events sent where, how far each has got, and what became of the last deliveries. Times in milliseconds. */
export const createWebhooks: Migration = {
  async up(db) {
    await sql`create table service.webhooks (
      id text primary key,
      account text not null,
      url text not null,
      types text[],
      status text not null,
      reason text,
      cursor text not null,
      failures integer not null default 0,
      failing_since bigint,
      retry_at bigint not null default 0,
      created_at bigint not null
    )`.execute(db);
    await sql`create index on service.webhooks (account, created_at)`.execute(db);
    await sql`create index on service.webhooks (retry_at) where status = 'active'`.execute(db);
    await sql`create table service.webhook_deliveries (
      id bigint generated always as identity primary key,
      webhook text not null references service.webhooks on delete cascade,
      first_event text not null,
      last_event text not null,
      events integer not null,
      attempt integer not null,
      at bigint not null,
      duration_ms integer not null,
      status integer,
      error text
    )`.execute(db);
    await sql`create index on service.webhook_deliveries (webhook, id)`.execute(db);
  },
};
