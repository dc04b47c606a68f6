/**
 * The newest block that its clients have heard of. Clients that share one read each other's writes, although they ask
 * different gateways: every request asks for an answer that is at least as new.
 */
export class Horizon {
  #block = -1;

  /** -1 before the first answer. */
  get block(): number {
    return this.#block;
  }

  /** Takes note of a block number; others than numbers are none. */
  see(block: number): void {
    if (block > this.#block) this.#block = block;
  }
}
