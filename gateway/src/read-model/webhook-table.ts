import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Where an account wants its events sent. Times in milliseconds. */
export interface Webhook {
  readonly id: string;
  readonly account: string;
  readonly url: string;
  /** Types of records; null for all. */
  readonly types: readonly string[] | null;
  readonly status: 'active' | 'suspended';
  /** Why it was suspended. */
  readonly reason: string | null;
  /** Id of the last event that needs not be sent any more. */
  readonly cursor: string;
  /** Deliveries that failed since the last one that did not. */
  readonly failures: number;
  readonly failingSince: number | null;
  readonly createdAt: number;
}

/** One attempt to send some events. */
export interface Delivery {
  readonly firstEvent: string;
  readonly lastEvent: string;
  readonly events: number;
  /** 1 for the first. */
  readonly attempt: number;
  readonly at: number;
  readonly durationMs: number;
  /** HTTP status of the answer; null without one. */
  readonly status: number | null;
  readonly error: string | null;
}

/** Deliveries that are remembered of each webhook. */
export const DELIVERIES_KEPT = 200;

const COLUMNS = sql`id, account, url, types, status, reason, cursor, failures,
  failing_since as "failingSince", created_at as "createdAt"`;

/** Webhooks and their deliveries, in the schema `service`. */
export class WebhookTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** False when there is one of this id. */
  async add({ id, account, url, types, cursor, createdAt }: Webhook): Promise<boolean> {
    const { rows } =
      await sql`insert into service.webhooks (id, account, url, types, status, cursor, created_at)
      values (${id}, ${account}, ${url}, ${types}, 'active', ${cursor}, ${createdAt})
      on conflict do nothing returning id`.execute(this.#database);
    return rows.length > 0;
  }

  async find(id: string): Promise<Webhook | undefined> {
    const { rows } = await sql<Webhook>`select ${COLUMNS} from service.webhooks
      where id = ${id}`.execute(this.#database);
    return rows[0];
  }

  async ofAccount(account: string): Promise<Webhook[]> {
    const { rows } = await sql<Webhook>`select ${COLUMNS} from service.webhooks
      where account = ${account} order by created_at, id`.execute(this.#database);
    return rows;
  }

  /** Ids of active ones that may be tried at this time. */
  async due(now: number): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`select id from service.webhooks
      where status = 'active' and retry_at <= ${now} order by retry_at, id`.execute(this.#database);
    return rows.map(({ id }) => id);
  }

  /** Undefined unless it is active and may be tried at this time. */
  async findDue(id: string, now: number): Promise<Webhook | undefined> {
    const { rows } = await sql<Webhook>`select ${COLUMNS} from service.webhooks
      where id = ${id} and status = 'active' and retry_at <= ${now}`.execute(this.#database);
    return rows[0];
  }

  async suspend(id: string, reason: string): Promise<void> {
    await sql`update service.webhooks set status = 'suspended', reason = ${reason}
      where id = ${id} and status = 'active'`.execute(this.#database);
  }

  /** Goes on where it stopped. */
  async resume(id: string): Promise<void> {
    await sql`update service.webhooks set status = 'active', reason = null, failures = 0, failing_since = null,
      retry_at = 0 where id = ${id} and status = 'suspended'`.execute(this.#database);
  }

  async remove(id: string): Promise<void> {
    await sql`delete from service.webhooks where id = ${id}`.execute(this.#database);
  }

  /** Notes that everything up to the cursor is done; false when the webhook is not active any more. */
  async advance(id: string, cursor: string): Promise<boolean> {
    const { rows } = await sql`update service.webhooks
      set cursor = ${cursor}, failures = 0, failing_since = null, retry_at = 0
      where id = ${id} and status = 'active' returning id`.execute(this.#database);
    return rows.length > 0;
  }

  async fail(id: string, now: number, retryAt: number): Promise<void> {
    await sql`update service.webhooks set failures = failures + 1,
      failing_since = coalesce(failing_since, ${now}), retry_at = ${retryAt}
      where id = ${id} and status = 'active'`.execute(this.#database);
  }

  /** Remembers a delivery, and forgets the oldest. */
  async log(webhook: string, delivery: Delivery): Promise<void> {
    const { firstEvent, lastEvent, events, attempt, at, durationMs, status, error } = delivery;
    await sql`insert into service.webhook_deliveries
      (webhook, first_event, last_event, events, attempt, at, duration_ms, status, error)
      select id, ${firstEvent}, ${lastEvent}, ${events}, ${attempt}, ${at}, ${durationMs}, ${status}, ${error}
      from service.webhooks where id = ${webhook}`.execute(this.#database);
    await sql`delete from service.webhook_deliveries where webhook = ${webhook} and id <= (
      select id from service.webhook_deliveries where webhook = ${webhook}
      order by id desc offset ${DELIVERIES_KEPT} limit 1)`.execute(this.#database);
  }

  /** Newest first. */
  async deliveries(webhook: string): Promise<Delivery[]> {
    const { rows } =
      await sql<Delivery>`select first_event as "firstEvent", last_event as "lastEvent", events,
      attempt, at, duration_ms as "durationMs", status, error
      from service.webhook_deliveries where webhook = ${webhook} order by id desc`.execute(this.#database);
    return rows;
  }
}
