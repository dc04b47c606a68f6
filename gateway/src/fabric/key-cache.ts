import type { KeyObject } from 'node:crypto';

/** Holds the keys that were used last; opening a sealed one again takes less than a millisecond. */
export class KeyCache {
  readonly #limit: number;
  /** The one used last comes last. */
  readonly #keys = new Map<string, KeyObject>();

  /** @param limit keys in memory, at most */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The key of that id, from `open` unless it is here. */
  get(id: string, open: () => KeyObject): KeyObject {
    const key = this.#keys.get(id) ?? open();
    this.#keys.delete(id);
    this.#keys.set(id, key);
    if (this.#keys.size > this.#limit) {
      const [oldest = ''] = this.#keys.keys();
      this.#keys.delete(oldest);
    }
    return key;
  }

  get size(): number {
    return this.#keys.size;
  }
}
