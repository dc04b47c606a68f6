/** Repeatable numbers of no statistical or secret use: xorshift32 (Marsaglia 2003). */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    // Of all states only 0 would stay where it is.
    this.#state = seed | 0 || 1;
  }

  /** From `least` to `most`, both included. */
  integer(least: number, most: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return least + ((this.#state >>> 0) % (most - least + 1));
  }
}
