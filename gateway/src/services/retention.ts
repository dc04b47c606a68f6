import type { Logger } from 'pino';

const EVERY_MS = 3_600_000;
const MS_PER_DAY = 86_400_000;
/** In one statement, so that none keeps others waiting for long. */
const AT_ONCE = 1000;

interface Pruned {
  /** Deletes at most `count` operations that ended before, and answers how many these were. */
  prune(finishedBefore: number, count: number): Promise<number>;
}

/** Forgets, every hour, the operations that ended longer ago than anybody asks for them, and what belongs to them. */
export class Retention {
  readonly #kinds: readonly Pruned[];
  readonly #days: number;
  readonly #log: Logger;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  /** @param now epoch milliseconds */
  constructor(kinds: readonly Pruned[], days: number, log: Logger, now: () => number = Date.now) {
    this.#kinds = kinds;
    this.#days = days;
    this.#log = log;
    this.#now = now;
  }

  /** At once, and then every hour. */
  start(): void {
    const run = () => {
      this.#running = this.run().catch((error: unknown) =>
        this.#log.warn({ err: error }, 'old operations could not be forgotten'),
      );
    };
    run();
    this.#timer = setInterval(run, EVERY_MS).unref();
  }

  /** Resolves when nothing is being deleted any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async run(): Promise<void> {
    const finishedBefore = this.#now() - this.#days * MS_PER_DAY;
    let total = 0;
    for (const kind of this.#kinds)
      for (let count = AT_ONCE; count === AT_ONCE && !this.#stopped; total += count)
        count = await kind.prune(finishedBefore, AT_ONCE);
    if (total > 0) this.#log.info({ rows: total }, 'old operations forgotten');
  }
}
