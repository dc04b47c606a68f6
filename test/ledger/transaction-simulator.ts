import { compareKeys } from './key-order.ts';
import type { KeyRead, KeyWrite, RangeQuery, ReadWriteSet } from './read-write-set.ts';
import type { WorldState } from './world-state.ts';

/** The state operations of one transaction, as the chaincode asked for them. */
export interface OperationCount {
  readonly gets: number;
  readonly puts: number;
  readonly deletes: number;
  /** Range scans opened, paginated or not. */
  readonly scans: number;
  /** Keys the peer read for those scans; it reads up to 101 ahead. */
  readonly keysScanned: number;
  /** Bytes of the values put. */
  readonly bytesPut: number;
}

/** One page or batch of a scan. */
export interface ScannedEntry {
  readonly key: string;
  readonly value: Buffer;
}

/** How a peer treats a key that is read after the same transaction wrote it. */
export type ReadAfterWrite = 'asFabric' | 'refuse';

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

/**
 * Runs one transaction against a snapshot of the committed state and collects its read set and write set, by the rules
 * of a peer's transaction simulator (fabric core/ledger/kvledger/txmgmt/txmgr): a read never sees the transaction's own
 * writes, the last write to a key wins, an empty value is a deletion, and a paginated scan excludes writes.
 */
export class TransactionSimulator {
  readonly #state: WorldState;
  readonly #atBlock: number;
  readonly #transactionId: string;
  readonly #readAfterWrite: ReadAfterWrite;
  readonly #reads = new Map<string, KeyRead>();
  readonly #writes = new Map<string, KeyWrite>();
  readonly #scans: RangeScan[] = [];
  readonly #count = { gets: 0, puts: 0, deletes: 0, bytesPut: 0 };
  #paginated = false;
  #violation: string | undefined;

  constructor(state: WorldState, atBlock: number, transactionId: string, readAfterWrite: ReadAfterWrite) {
    this.#state = state;
    this.#atBlock = atBlock;
    this.#transactionId = transactionId;
    this.#readAfterWrite = readAfterWrite;
  }

  /** The first rule of the house that the transaction broke, though Fabric would let it pass. */
  get violation(): string | undefined {
    return this.#violation;
  }

  /** The committed value, empty if there is none. */
  get(key: string): Buffer {
    this.#count.gets += 1;
    if (this.#writes.has(key)) this.#readAfterOwnWrite(key);
    const found = this.#state.get(key, this.#atBlock);
    this.#reads.set(key, { key, version: found?.version ?? null });
    return found?.value ?? Buffer.alloc(0);
  }

  /** @throws Error after a paginated scan. */
  put(key: string, value: Buffer): void {
    this.#count.puts += 1;
    this.#count.bytesPut += value.length;
    this.#write(key, value.length === 0 ? null : value);
  }

  /** @throws Error after a paginated scan. */
  delete(key: string): void {
    this.#count.deletes += 1;
    this.#write(key, null);
  }

  scan(startKey: string, endKey: string): RangeScan {
    for (const key of this.#writes.keys()) {
      const before = compareKeys(key, startKey) < 0;
      const after = endKey !== '' && compareKeys(key, endKey) >= 0;
      if (!before && !after) this.#readAfterOwnWrite(key);
    }
    const scan = new RangeScan(this.#state, this.#atBlock, startKey, endKey);
    this.#scans.push(scan);
    return scan;
  }

  /** @throws Error after a write. */
  paginatedScan(startKey: string, endKey: string): RangeScan {
    if (this.#writes.size > 0) {
      throw this.#unsupported('Paginated queries are supported only in a read-only transaction');
    }
    this.#paginated = true;
    return this.scan(startKey, endKey);
  }

  readWriteSet(): ReadWriteSet {
    const byKey = (a: { key: string }, b: { key: string }): number => compareKeys(a.key, b.key);
    return {
      reads: [...this.#reads.values()].sort(byKey),
      rangeQueries: distinct(this.#scans.map((scan) => scan.query())),
      writes: [...this.#writes.values()].sort(byKey),
    };
  }

  operations(): OperationCount {
    const { gets, puts, deletes, bytesPut } = this.#count;
    const keysScanned = this.#scans.reduce((sum, scan) => sum + scan.keysRead, 0);
    return { gets, puts, deletes, scans: this.#scans.length, keysScanned, bytesPut };
  }

  #write(key: string, value: Buffer | null): void {
    if (this.#paginated) {
      throw this.#unsupported('Transaction has already performed a paginated query. Writes are not allowed');
    }
    this.#writes.set(key, { key, value });
  }

  #readAfterOwnWrite(key: string): void {
    if (this.#readAfterWrite === 'asFabric') return;
    this.#violation ??=
      `key ${JSON.stringify(key)} is read after the same transaction wrote it: ` +
      'a Fabric peer answers with the committed value, not with the one just written';
  }

  #unsupported(rule: string): Error {
    // "unsuppored" is how the peer spells it.
    return new Error(`txid [${this.#transactionId}]: unsuppored transaction. ${rule}`);
  }
}

/** A peer keeps one of several scans with the same bounds and end. */
function distinct(queries: readonly RangeQuery[]): RangeQuery[] {
  const kept = new Map<string, RangeQuery>();
  for (const query of queries) {
    const identity = JSON.stringify([query.startKey, query.endKey, query.exhausted]);
    if (!kept.has(identity)) kept.set(identity, query);
  }
  return [...kept.values()];
}
