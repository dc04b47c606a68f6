import { peer } from '@hyperledger/fabric-protos';
import { compareKeys } from './key-order.ts';
import {
  sameVersion,
  type KeyRead,
  type RangeQuery,
  type ReadWriteSet,
  type Version,
} from './read-write-set.ts';
import type { CommittedWrite, WorldState } from './world-state.ts';

const { VALID, DUPLICATE_TXID, MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT } = peer.TxValidationCode;

/** A number of the protocol's TxValidationCode: 0 valid, 9 duplicate id, 11 MVCC conflict, 12 phantom read. */
export type ValidationCode = peer.TxValidationCodeMap[keyof peer.TxValidationCodeMap];

/** The protocol's name of a validation code. */
export function validationCodeName(code: ValidationCode): string {
  return Object.entries(peer.TxValidationCode).find(([, number]) => number === code)?.[0] ?? String(code);
}

/** What the validation of a block looks at. */
export interface OrderedTransaction {
  readonly transactionId: string;
  readonly readWriteSet: ReadWriteSet;
}

/** A verdict for each transaction in order, and the writes of the valid ones. */
export interface ValidatedBlock {
  readonly codes: readonly ValidationCode[];
  readonly writes: readonly CommittedWrite[];
}

/**
 * Validates the transactions of the next block in their order, each against the committed state and the writes of the
 * valid ones before it (fabric core/ledger/kvledger/txmgmt/validation). An id seen before, in this block or an earlier
 * one and whatever became of it, is a duplicate.
 */
export function validateBlock(
  transactions: readonly OrderedTransaction[],
  state: WorldState,
  isKnown: (transactionId: string) => boolean,
): ValidatedBlock {
  const pending = new PendingWrites(state);
  const seen = new Set<string>();
  const writes: CommittedWrite[] = [];
  const codes = transactions.map(({ transactionId, readWriteSet }, transaction) => {
    if (isKnown(transactionId) || seen.has(transactionId)) return DUPLICATE_TXID;
    seen.add(transactionId);
    const code = verdict(readWriteSet, pending);
    if (code !== VALID) return code;
    for (const { key, value } of readWriteSet.writes) {
      writes.push({ key, value, transaction });
      pending.write(key, value === null ? null : { block: state.height + 1, transaction });
    }
    return code;
  });
  return { codes, writes };
}

function verdict({ reads, rangeQueries }: ReadWriteSet, pending: PendingWrites): ValidationCode {
  if (!reads.every((read) => pending.isUnchanged(read))) return MVCC_READ_CONFLICT;
  if (!rangeQueries.every((query) => sameReads(query.reads, pending.scan(query)))) {
    return PHANTOM_READ_CONFLICT;
  }
  return VALID;
}

function sameReads(then: readonly KeyRead[], now: readonly KeyRead[]): boolean {
  return (
    then.length === now.length &&
    then.every((read, at) => read.key === now[at]?.key && sameVersion(read.version, now[at].version))
  );
}

/** The committed state with the writes of the block's valid transactions so far laid over it. */
class PendingWrites {
  readonly #state: WorldState;
  readonly #versions = new Map<string, Version | null>();

  constructor(state: WorldState) {
    this.#state = state;
  }

  write(key: string, version: Version | null): void {
    this.#versions.set(key, version);
  }

  /** A read conflicts with any earlier write of the block, and with a committed version other than the one it saw. */
  isUnchanged({ key, version }: KeyRead): boolean {
    if (this.#versions.has(key)) return false;
    return sameVersion(this.#state.get(key)?.version ?? null, version);
  }

  /** The scan again: the end is part of it if the transaction stopped there of its own accord. */
  scan({ startKey, endKey, exhausted }: RangeQuery): KeyRead[] {
    const found = new Map<string, Version | null>();
    for (
      let step = this.#state.nextKey(startKey, false, endKey);
      step !== undefined;
      step = this.#state.nextKey(step.key, true, endKey)
    ) {
      found.set(step.key, step.found.version);
    }
    for (const [key, version] of this.#versions) {
      const before = compareKeys(key, startKey) < 0;
      const after = endKey !== '' && compareKeys(key, endKey) >= 0;
      if (!before && !after) found.set(key, version);
    }
    if (!exhausted) found.set(endKey, this.#versionOf(endKey));
    return [...found]
      .filter(([, version]) => version !== null)
      .map(([key, version]) => ({ key, version }))
      .sort((a, b) => compareKeys(a.key, b.key));
  }

  #versionOf(key: string): Version | null {
    return this.#versions.has(key)
      ? (this.#versions.get(key) ?? null)
      : (this.#state.get(key)?.version ?? null);
  }
}
