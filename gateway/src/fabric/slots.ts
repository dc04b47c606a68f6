/** At most so many at work at once; the others wait in the order of their coming. */
export class Slots {
  #free: number;
  readonly #waiting: { readonly since: number; readonly start: () => void }[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** How long the first that waits has waited; 0 when nobody does. */
  get waitMs(): number {
    const [first] = this.#waiting;
    return first === undefined ? 0 : Date.now() - first.since;
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((start) => this.#waiting.push({ since: Date.now(), start }));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next.start();
    }
  }
}
