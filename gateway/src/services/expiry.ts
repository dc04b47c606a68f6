import { createHash } from 'node:crypto';
import { parseAccountId, type EpochSeconds } from '@commonwatt/chaincode/domain';
import type { Logger } from 'pino';
import type { Caller } from '../authentication/principal.ts';
import { everyItem, MAX_PAGE, type PageRequest } from '../read-model/page.ts';
import type { Records } from '../read-model/read-model.ts';
import { fixed, submit } from './submit.ts';
import type { Services } from './services.ts';

const EVERY_MS = 5_000;
/** Most offers and bids that one command ends. */
const AT_ONCE = 20;
/** The endorsers' clocks may be behind. */
const MARGIN_SEC = 2;

/** Ends the offers and bids of its own organisation's accounts whose time has passed. */
export class Expiry {
  readonly #services: Services;
  readonly #self: Caller;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | undefined;

  /** @param self the gateway itself */
  constructor(services: Services, self: Caller, log: Logger) {
    this.#services = services;
    this.#self = self;
    this.#log = log;
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.run()
        .catch((error: unknown) => this.#log.warn({ err: error }, 'ending expired offers and bids failed'))
        .finally(() => {
          if (this.#timer !== undefined) this.start();
        });
    }, EVERY_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Ends what has expired, at most 20 offers and bids; resolves when the ledger has done so, or could not. */
  async run(): Promise<void> {
    const { commands } = this.#services.ledger;
    const command = await this.#expired();
    if (command.offers.length + command.bids.length === 0) return;
    // Each try is a new operation: what fails now may succeed later.
    const idempotencyKey = `expire.${createHash('sha256').update(JSON.stringify(command)).digest('base64url')}.${Date.now()}`;
    const submission = {
      method: 'trades:expire',
      idempotencyKey,
      request: command,
      prepare: fixed(command),
    } as const;
    const { id } = await submit(this.#services, this.#self, submission);
    const operation = await commands.wait(id, EVERY_MS * AT_ONCE);
    this.#log.info({ ...command, status: operation?.status, error: operation?.error?.code }, 'expired');
  }

  async #expired(): Promise<{ offers: string[]; bids: string[] }> {
    const { readModel } = this.#services.ledger;
    const offers = await this.#own(readModel.offers, ({ seller }) => seller);
    const bids = await this.#own(readModel.bids, ({ buyer }) => buyer);
    return { offers, bids: bids.slice(0, AT_ONCE - offers.length) };
  }

  /** Ids of the first expired records whose owner is of the own organisation. */
  async #own<Value extends { readonly id: string }>(
    records: Pick<Records<Value, ExpiredFilter>, 'list'>,
    ownerOf: (value: Value) => string,
  ): Promise<string[]> {
    const { organisation, clock } = this.#services;
    const filter = { status: 'open', expiresUntil: clock() - MARGIN_SEC } as const;
    const own: string[] = [];
    const oldestFirst = { limit: MAX_PAGE, order: 'asc' } as const;
    for await (const value of everyItem((page: PageRequest) => records.list(filter, page), oldestFirst)) {
      if (parseAccountId(ownerOf(value)).mspId === organisation.mspId) own.push(value.id);
      if (own.length === AT_ONCE) break;
    }
    return own;
  }
}

interface ExpiredFilter {
  readonly status: 'open';
  readonly expiresUntil: EpochSeconds;
}
