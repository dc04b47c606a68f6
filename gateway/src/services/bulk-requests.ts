import { Unavailable } from '../fabric/errors.ts';

/** Of one account, and altogether. */
const MAX_PER_ACCOUNT = 4;
const MAX_REQUESTS = 20;
const RETRY_AFTER_SEC = 2;

interface BulkRequest {
  readonly account: string;
  readonly idempotencyKey: string;
}

/** The requests that are taking lines in, so that nobody takes too many and all end when the gateway stops. */
export class BulkRequests {
  readonly #open = new Map<AbortController, BulkRequest>();
  #isClosed = false;

  /**
   * @returns a controller that is aborted when the gateway stops; to be given back with {@link end}
   * @throws Unavailable when there are too many, or one of the same key: a client that has lost its connection may come
   * back before that was noticed
   */
  begin(account: string, idempotencyKey: string): AbortController {
    if (this.#isClosed) throw new Unavailable('this gateway is stopping', RETRY_AFTER_SEC);
    const own = [...this.#open.values()].filter((other) => other.account === account);
    if (own.some((other) => other.idempotencyKey === idempotencyKey))
      throw new Unavailable('a request with this Idempotency-Key is under way', RETRY_AFTER_SEC);
    if (own.length >= MAX_PER_ACCOUNT)
      throw new Unavailable(`${own.length} bulk requests of ${account} are under way`, RETRY_AFTER_SEC);
    if (this.#open.size >= MAX_REQUESTS)
      throw new Unavailable(`${MAX_REQUESTS} bulk requests are under way`, RETRY_AFTER_SEC);
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
