import type { KeyRead, RangeQuery } from './read-write-set.ts';
import type { WorldState } from './world-state.ts';

/** One entry of a scan. */
export interface ScannedEntry {
  readonly key: string;
  readonly value: Buffer;
}

/**
 * A scan over the committed state that records what it has read, as Fabric does for its check on phantoms.
 */
export class RangeScan {
  readonly #state: WorldState;
  readonly #atBlock: number;
  readonly #startKey: string;
  readonly #endKey: string;
  readonly #reads: KeyRead[] = [];
  #exhausted = false;

  constructor(state: WorldState, atBlock: number, startKey: string, endKey: string) {
    this.#state = state;
    this.#atBlock = atBlock;
    this.#startKey = startKey;
    this.#endKey = endKey;
  }

  /** The next entry, undefined at the end of the range. */
  next(): ScannedEntry | undefined {
    const step = this.#step();
    if (step === undefined) {
      this.#exhausted = true;
      return undefined;
    }
    this.#reads.push({ key: step.key, version: step.found.version });
    return { key: step.key, value: step.found.value };
  }

  /** The key where the next page begins, empty at the end of the range; looking it up is not recorded as a read. */
  bookmark(): string {
    return this.#step()?.key ?? '';
  }

  /** What has been read so far. */
  query(): RangeQuery {
    const last = this.#reads.at(-1)?.key ?? '';
    return {
      startKey: this.#startKey,
      endKey: this.#exhausted ? this.#endKey : last,
      exhausted: this.#exhausted,
      reads: this.#reads,
    };
  }

  get keysRead(): number {
    return this.#reads.length;
  }

  #step(): ReturnType<WorldState['nextKey']> {
    const last = this.#reads.at(-1)?.key;
    return this.#state.nextKey(last ?? this.#startKey, last !== undefined, this.#endKey, this.#atBlock);
  }
}
