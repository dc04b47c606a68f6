import { Unavailable } from '../fabric/errors.ts';

/** Of one account, and altogether. */
const MAX_PER_ACCOUNT = 10;
const MAX_STREAMS = 500;
const RETRY_AFTER_SEC = 10;

/** The event streams that are open, so that nobody takes too many and all end when the gateway stops. */
export class EventStreams {
  readonly #open = new Map<AbortController, string>();
  #isClosed = false;

  /**
   * @returns a controller that is aborted when the gateway stops; to be given back with {@link end}
   * @throws Unavailable when the account, or everybody together, has too many
   */
  begin(account: string): AbortController {
    if (this.#isClosed) throw new Unavailable('this gateway is stopping', RETRY_AFTER_SEC);
    const own = [...this.#open.values()].filter((other) => other === account).length;
    if (own >= MAX_PER_ACCOUNT)
      throw new Unavailable(`${own} event streams of ${account} are open`, RETRY_AFTER_SEC);
    if (this.#open.size >= MAX_STREAMS)
      throw new Unavailable(`${MAX_STREAMS} event streams are open`, RETRY_AFTER_SEC);
    const controller = new AbortController();
    this.#open.set(controller, account);
    return controller;
  }

  end(controller: AbortController): void {
    this.#open.delete(controller);
  }

  /** Ends all streams and takes no more. */
  close(): void {
    this.#isClosed = true;
    for (const controller of this.#open.keys()) controller.abort();
  }
}
