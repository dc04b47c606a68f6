import { compareKeys } from './key-order.ts';
import { RangeScan } from './range-scan.ts';
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

/**
 * `asFabric` lets pass what Fabric lets pass. `strict` also refuses what Fabric answers, but no correct contract asks:
 * reading a key after writing it, writing an empty value (which deletes), and the empty key (which is also what an
 * undefined key becomes on its way).
 */
export type RuleSet = 'asFabric' | 'strict';

/**
 * Runs one transaction against a snapshot of the committed state and collects its read set and write set, by the rules
 * of a peer's transaction simulator (fabric core/ledger/kvledger/txmgmt/txmgr): a read never sees the transaction's own
 * writes, the last write to a key wins, an empty value is a deletion, and a paginated scan excludes writes.
 */
export class TransactionSimulator {
  readonly #state: WorldState;
  readonly #atBlock: number;
  readonly #transactionId: string;
  readonly #rules: RuleSet;
  readonly #reads = new Map<string, KeyRead>();
  readonly #writes = new Map<string, KeyWrite>();
  readonly #scans: RangeScan[] = [];
  readonly #count = { gets: 0, puts: 0, deletes: 0, bytesPut: 0 };
  #paginated = false;
  #violation: string | undefined;

  constructor(state: WorldState, atBlock: number, transactionId: string, rules: RuleSet) {
    this.#state = state;
    this.#atBlock = atBlock;
    this.#transactionId = transactionId;
    this.#rules = rules;
  }

  /** The first rule of the house that the transaction broke, though Fabric would let it pass. */
  get violation(): string | undefined {
    return this.#violation;
  }

  /** The committed value, empty if there is none. */
  get(key: string): Buffer {
    this.#count.gets += 1;
    if (key === '') this.#violate('the empty key is read');
    if (this.#writes.has(key)) this.#readAfterOwnWrite(key);
    const found = this.#state.get(key, this.#atBlock);
    this.#reads.set(key, { key, version: found?.version ?? null });
    return found?.value ?? Buffer.alloc(0);
  }

  /** @throws Error after a paginated scan. */
  put(key: string, value: Buffer): void {
    this.#count.puts += 1;
    this.#count.bytesPut += value.length;
    if (value.length === 0) {
      this.#violate(`key ${JSON.stringify(key)} is put with an empty value, which deletes it`);
    }
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
    if (key === '') this.#violate('the empty key is written');
    this.#writes.set(key, { key, value });
  }

  #readAfterOwnWrite(key: string): void {
    this.#violate(
      `key ${JSON.stringify(key)} is read after the same transaction wrote it: ` +
        'a Fabric peer answers with the committed value, not with the one just written',
    );
  }

  #violate(rule: string): void {
    if (this.#rules === 'strict') this.#violation ??= rule;
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
