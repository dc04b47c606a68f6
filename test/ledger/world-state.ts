import { fromOrderKey, toOrderKey, type OrderKey } from './key-order.ts';
import type { Version } from './read-write-set.ts';

/** A value as a committed transaction left it. */
export interface VersionedValue {
  readonly version: Version;
  readonly value: Buffer;
}

/** A write of a valid transaction; a null value deletes the key. */
export interface CommittedWrite {
  readonly key: string;
  readonly transaction: number;
  readonly value: Buffer | null;
}

interface PastValue {
  readonly version: Version;
  readonly value: Buffer | null;
}

/** How many blocks back a snapshot can be read unless told otherwise. */
export const DEFAULT_BLOCKS_KEPT = 64;

/**
 * The committed state of one peer: keys in the order of their UTF-8 bytes, each value with its version.
 *
 * Every read names a block and sees the state after it, whatever is committed meanwhile: that is the lock a peer holds
 * during a simulation, and it lets a copy lag behind. Snapshots older than `blocksKept` blocks are given up.
 */
export class WorldState {
  readonly #values = new Map<OrderKey, PastValue[]>();
  // Every key of #values in order, deleted ones too while a kept snapshot may still see them.
  readonly #index: OrderKey[] = [];
  readonly #deleted: { readonly block: number; readonly key: OrderKey }[] = [];
  readonly #blocksKept: number;
  #height = 0;

  constructor(blocksKept: number = DEFAULT_BLOCKS_KEPT) {
    this.#blocksKept = blocksKept;
  }

  /** Number of the last committed block; 0 before the first. */
  get height(): number {
    return this.#height;
  }

  /** The value of a key after `atBlock`, undefined where there is none. */
  get(key: string, atBlock: number = this.#height): VersionedValue | undefined {
    return this.#valueAt(toOrderKey(key), atBlock);
  }

  /**
   * The first existing key at or after `from` (after it, if `exclusive`) and before `end`; an empty `end` is the end of
   * the state. Looked up afresh for each step, so that a commit during a scan cannot disturb the scan.
   */
  nextKey(
    from: string,
    exclusive: boolean,
    end: string,
    atBlock: number = this.#height,
  ): { key: string; found: VersionedValue } | undefined {
    const start = toOrderKey(from);
    const limit = toOrderKey(end);
    let position = this.#position(start);
    if (exclusive && this.#index[position] === start) position += 1;
    for (
      let orderKey = this.#index[position];
      orderKey !== undefined && (end === '' || orderKey < limit);
      orderKey = this.#index[position]
    ) {
      const found = this.#valueAt(orderKey, atBlock);
      if (found !== undefined) return { key: fromOrderKey(orderKey), found };
      position += 1;
    }
    return undefined;
  }

  /** Every key and value after the last block, in key order. */
  *entries(): Generator<[key: string, value: Buffer]> {
    for (const orderKey of [...this.#index]) {
      const found = this.#valueAt(orderKey, this.#height);
      if (found !== undefined) yield [fromOrderKey(orderKey), found.value];
    }
  }

  /**
   * Applies the writes of the valid transactions of the next block, in the order given. Where one block writes a key
   * twice, the later transaction must come later.
   *
   * @throws RangeError if `block` is not the next one.
   */
  commit(block: number, writes: readonly CommittedWrite[]): void {
    if (block !== this.#height + 1) {
      throw new RangeError(`block ${block} cannot follow block ${this.#height}`);
    }
    this.#height = block;
    for (const write of writes) this.#write(block, write);
    this.#forget();
  }

  #valueAt(orderKey: OrderKey, atBlock: number): VersionedValue | undefined {
    if (atBlock < this.#height - this.#blocksKept) {
      throw new RangeError(
        `block ${atBlock} is too far behind ${this.#height}: ${this.#blocksKept} blocks are kept`,
      );
    }
    const past = this.#values.get(orderKey)?.findLast(({ version }) => version.block <= atBlock);
    if (past === undefined || past.value === null) return undefined;
    return { version: past.version, value: past.value };
  }

  #write(block: number, { key, transaction, value }: CommittedWrite): void {
    const orderKey = toOrderKey(key);
    const written: PastValue = { version: { block, transaction }, value };
    const past = this.#values.get(orderKey);
    if (past === undefined) {
      if (value === null) return;
      this.#values.set(orderKey, [written]);
      this.#index.splice(this.#position(orderKey), 0, orderKey);
      return;
    }
    if (value === null) this.#deleted.push({ block, key: orderKey });
    past.push(written);
    // The newest value that the oldest kept snapshot sees, and all after it, stay.
    const firstKept = past.findLastIndex(({ version }) => version.block <= block - this.#blocksKept);
    if (firstKept > 0) past.splice(0, firstKept);
  }

  /** Drops the keys whose deletion every kept snapshot sees. */
  #forget(): void {
    const oldest = this.#height - this.#blocksKept;
    const kept = this.#deleted.findIndex(({ block }) => block > oldest);
    const seenByAll = this.#deleted.splice(0, kept < 0 ? this.#deleted.length : kept);
    for (const { key } of seenByAll) {
      const last = this.#values.get(key)?.at(-1);
      // Written again since, or deleted a second time: not yet, or no longer, ours to drop.
      if (last?.value !== null || last.version.block > oldest) continue;
      this.#values.delete(key);
      this.#index.splice(this.#position(key), 1);
    }
  }

  /** Index of the first key at or after the given one. */
  #position(orderKey: OrderKey): number {
    let low = 0;
    let high = this.#index.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const candidate = this.#index[middle];
      if (candidate !== undefined && candidate < orderKey) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
