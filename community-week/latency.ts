/** Times of what was waited for, in milliseconds. */
export class Latency {
  readonly #times: number[] = [];

  async measure<Value>(work: () => Promise<Value>): Promise<Value> {
    const start = performance.now();
    const value = await work();
    this.#times.push(performance.now() - start);
    return value;
  }

  get count(): number {
    return this.#times.length;
  }

  /** @param share 0.5 for the median */
  percentile(share: number): number {
    const sorted = this.#times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  }
}
