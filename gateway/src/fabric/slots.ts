/** Of a work that has just ended, in the mean of how long works take; the last twenty make most of it. */
const WEIGHT = 0.05;

/** At most so many at work at once; the others wait in the order of their coming. */
export class Slots {
  readonly #count: number;
  #free: number;
  readonly #waiting: { readonly since: number; readonly start: () => void }[] = [];
  #meanWorkMs: number | undefined;

  constructor(count: number) {
    this.#count = count;
    this.#free = count;
  }

  /**
   * How long one that comes now would wait, as far as the works that have ended tell: so many wait before it, and each
   * slot takes the next after a work's time (Little's law). At least as long as the first in the queue has waited, for
   * when works take longer than they did. 0 while a slot is free.
   */
  get waitMs(): number {
    if (this.#free > 0) return 0;
    const [first] = this.#waiting;
    const waitedMs = first === undefined ? 0 : performance.now() - first.since;
    const expectedMs = ((this.#waiting.length + 1) * (this.#meanWorkMs ?? 0)) / this.#count;
    return Math.max(waitedMs, expectedMs);
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((start) => this.#waiting.push({ since: performance.now(), start }));
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.#learn(performance.now() - begun);
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next.start();
    }
  }

  #learn(workMs: number): void {
    const mean = (this.#meanWorkMs ??= workMs);
    this.#meanWorkMs = mean + WEIGHT * (workMs - mean);
  }
}
