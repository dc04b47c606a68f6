import { Unavailable } from '../fabric/errors.ts';

interface Limits {
  /** What is limited, in the plural, as refusals call it. */
  readonly what: string;
  readonly perAccount: number;
  readonly altogether: number;
  /** When one that was refused may come again, seconds. */
  readonly retryAfterSec: number;
}

export const BULK_REQUESTS: Limits = {
  what: 'bulk requests',
  perAccount: 4,
  altogether: 20,
  retryAfterSec: 2,
};
export const EVENT_STREAMS: Limits = {
  what: 'event streams',
  perAccount: 10,
  altogether: 500,
  retryAfterSec: 10,
};

interface Admitted {
  readonly account: string;
  readonly idempotencyKey: string | undefined;
}

/** Lets long requests in, so that nobody has too many and all end when the gateway stops. */
export class Admission {
  readonly #limits: Limits;
  readonly #open = new Map<AbortController, Admitted>();
  #isClosed = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * @returns a controller that is aborted when the gateway stops; to be given back with {@link end}
   * @throws Unavailable when the account, or everybody together, has too many, or the account one of the same
   * idempotency key: a client that has lost its connection may come back before that was noticed
   */
  begin(account: string, idempotencyKey?: string): AbortController {
    const { what, perAccount, altogether, retryAfterSec } = this.#limits;
    const refuse = (why: string) => new Unavailable(why, retryAfterSec);
    if (this.#isClosed) throw refuse('this gateway is stopping');
    const own = [...this.#open.values()].filter((other) => other.account === account);
    if (idempotencyKey !== undefined && own.some((other) => other.idempotencyKey === idempotencyKey))
      throw refuse('a request with this Idempotency-Key is under way');
    if (own.length >= perAccount) throw refuse(`${own.length} ${what} of ${account} are under way`);
    if (this.#open.size >= altogether) throw refuse(`${altogether} ${what} are under way`);
    const controller = new AbortController();
    this.#open.set(controller, { account, idempotencyKey });
    return controller;
  }

  end(controller: AbortController): void {
    this.#open.delete(controller);
  }

  /** Ends all and takes no more. */
  close(): void {
    this.#isClosed = true;
    for (const controller of this.#open.keys()) controller.abort();
  }
}
