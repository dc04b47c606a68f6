const EVERY_MS = 100;
/** So many answers, and the one that is waited for, make the mean: one long transaction is no shortage. */
const LAST = 5;

/** How long the database lets a question wait that is no work: behind the others, or for the processor. */
export class DatabaseDelay {
  readonly #ask: () => Promise<unknown>;
  readonly #last: number[] = [];
  #askedAt: number | undefined;
  #isStopped = false;

  /** @param ask the least that can be asked of the database */
  constructor(ask: () => Promise<unknown>) {
    this.#ask = ask;
  }

  /** Mean of the last answers, milliseconds. */
  get ms(): number {
    const current = this.#askedAt === undefined ? 0 : performance.now() - this.#askedAt;
    return (this.#last.reduce((sum, ms) => sum + ms, 0) + current) / (LAST + 1);
  }

  async run(): Promise<void> {
    while (!this.#isStopped) {
      this.#askedAt = performance.now();
      // A database that fails fails every request in its own way; here it is about time.
      await this.#ask().catch(() => undefined);
      this.#last.push(performance.now() - this.#askedAt);
      if (this.#last.length > LAST) this.#last.shift();
      this.#askedAt = undefined;
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS).unref());
    }
  }

  stop(): void {
    this.#isStopped = true;
  }
}
