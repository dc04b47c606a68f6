import { parseAccountId } from '@commonwatt/chaincode/domain';
import type { Logger } from 'pino';
import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import { Problem } from '../problem/problem.ts';
import type { LedgerEvent } from '../read-model/event-log.ts';
import type { Webhook } from '../read-model/webhook-table.ts';
import { requireActive } from './active-account.ts';
import { ChangeSignal, eventsAfter, formatEventId, parseEventId } from './event-feed.ts';
import { eventView } from './event-view.ts';
import type { Services } from './services.ts';
import { postSigned } from './webhook-post.ts';

/** Events of one delivery. */
const EVENTS_AT_ONCE = 100;
/** Webhooks that are served at the same time. */
const AT_ONCE = 20;
/** Blocks without an event for the webhook, after which its cursor moves all the same. */
const QUIET_BLOCKS = 10;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;
/** Who cannot be reached for so long is not tried any more. */
const GIVE_UP_MS = 86_400_000;
const LOOK_EVERY_MS = 2_000;

/**
 * Sends events to where accounts want them: at least once, in the order of the ledger, each webhook by itself. How far
 * each has got is in the database, so that a restart goes on from there.
 */
export class WebhookDeliveries {
  readonly #services: Services;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  readonly #busy = new Map<string, Promise<void>>();
  #running: Promise<void> | undefined;

  constructor(services: Services, log: Logger) {
    this.#services = services;
    this.#log = log;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Breaks off what has no answer yet; it is sent again after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await Promise.all(this.#busy.values());
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const changes = new ChangeSignal(this.#services, signal);
    while (!signal.aborted) {
      try {
        await this.#look();
      } catch (error) {
        this.#log.warn({ err: error }, 'webhooks cannot be read');
      }
      await changes.next(LOOK_EVERY_MS);
    }
    changes.stop();
  }

  async #look(): Promise<void> {
    for (const id of await this.#services.webhooks.table.due(Date.now())) {
      // Each gets its turn, however slow those before it are.
      while (this.#busy.size >= AT_ONCE) await Promise.race(this.#busy.values());
      if (this.#stopping.signal.aborted) return;
      if (this.#busy.has(id)) continue;
      const work = this.#serve(id)
        .catch((error: unknown) => this.#log.warn({ err: error, webhook: id }, 'webhook failed'))
        .finally(() => this.#busy.delete(id));
      this.#busy.set(id, work);
    }
  }

  /** Sends what there is, until there is no more or something fails. */
  async #serve(id: string): Promise<void> {
    const { table } = this.#services.webhooks;
    // Read again: when it was found to be due, it may still have been served.
    let webhook = await table.findDue(id, Date.now());
    if (webhook === undefined) return;
    let saved = parseEventId(webhook.cursor);
    let after = saved;
    while (!this.#stopping.signal.aborted) {
      const caller = await this.#callerOf(webhook);
      if (caller === undefined) return;
      const seen = await eventsAfter(this.#services, caller, after, webhook.types);
      for (let from = 0; from < seen.events.length; from += EVENTS_AT_ONCE) {
        const events = seen.events.slice(from, from + EVENTS_AT_ONCE);
        if (!(await this.#send(webhook, events))) return;
        webhook = { ...webhook, failures: 0, failingSince: null };
      }
      after = seen.upTo;
      if (seen.events.length > 0 || after.block - saved.block >= QUIET_BLOCKS) {
        if (!(await table.advance(webhook.id, formatEventId(after)))) return;
        saved = after;
      }
      if (seen.isLast) return;
    }
  }

  /** Whether the events arrived and the webhook is to go on. */
  async #send(webhook: Webhook, events: readonly LedgerEvent[]): Promise<boolean> {
    const { table, allowPrivate, secrets } = this.#services.webhooks;
    const views = events.map(eventView);
    const [firstEvent, lastEvent] = [views.at(0)?.id ?? '', views.at(-1)?.id ?? ''];
    const at = Date.now();
    const target = { url: webhook.url, secret: secrets.of(webhook.id), allowPrivate };
    const body = JSON.stringify({ webhook: webhook.id, events: views });
    const { signal } = this.#stopping;
    const { status, error } = await postSigned(target, body, signal);
    // Broken off: it comes again after the start, and the receiver is not to blame.
    if (error !== null && signal.aborted) return false;
    const durationMs = Date.now() - at;
    const what = { firstEvent, lastEvent, events: events.length, attempt: webhook.failures + 1 };
    await table.log(webhook.id, { ...what, at, durationMs, status, error });
    if (error === null) return table.advance(webhook.id, lastEvent);
    if (at - (webhook.failingSince ?? at) >= GIVE_UP_MS) await table.suspend(webhook.id, 'UNREACHABLE');
    else await table.fail(webhook.id, at, Date.now() + retryAfterMs(webhook.failures));
    return false;
  }

  /** Undefined, and the webhook suspended, for an account that may not ask by itself either. */
  async #callerOf({ id, account }: Webhook): Promise<Caller | undefined> {
    try {
      const caller = this.#services.authentication.callerOf(parseAccountId(account).enrolmentId);
      await requireActive(this.#services, caller);
      return caller;
    } catch (error) {
      if (!(error instanceof Problem || error instanceof BusinessError)) throw error;
      await this.#services.webhooks.table.suspend(id, error.code);
      return undefined;
    }
  }
}

/** Doubles with each failure, with some chance in it. */
export function retryAfterMs(failures: number): number {
  const longest = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
  return Math.round(longest * (0.5 + Math.random() / 2));
}
