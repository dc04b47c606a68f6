import { isDeepStrictEqual } from 'node:util';

/** Where a value was written: block number, and index of the transaction in its block. */
export interface Version {
  readonly block: number;
  readonly transaction: number;
}

/** A key that was read, and the version found; null where the key did not exist. */
export interface KeyRead {
  readonly key: string;
  readonly version: Version | null;
}

/** A key that was written; a null value deletes it. */
export interface KeyWrite {
  readonly key: string;
  readonly value: Buffer | null;
}

/**
 * A range scan, as far as the peer has read it. `endKey` is the end that was asked for if the scan was exhausted, and
 * otherwise the last key read, which then belongs to the range.
 */
export interface RangeQuery {
  readonly startKey: string;
  readonly endKey: string;
  readonly exhausted: boolean;
  readonly reads: readonly KeyRead[];
}

/** What a transaction read and wants to write; reads and writes in key order, one entry for each key. */
export interface ReadWriteSet {
  readonly reads: readonly KeyRead[];
  readonly rangeQueries: readonly RangeQuery[];
  readonly writes: readonly KeyWrite[];
}

/** True if both name the same write, or both that there is none. */
export function sameVersion(a: Version | null, b: Version | null): boolean {
  if (a === null || b === null) return a === b;
  return a.block === b.block && a.transaction === b.transaction;
}

const show = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : JSON.stringify(value, (_name, inner: unknown) =>
        isSerialisedBuffer(inner) ? Buffer.from(inner.data).toString('latin1') : inner,
      );

const isSerialisedBuffer = (value: unknown): value is { type: 'Buffer'; data: number[] } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';

function entryDifferences<T extends { readonly key: string }>(
  what: string,
  first: readonly T[],
  other: readonly T[],
): string[] {
  const ours = new Map(first.map((entry) => [entry.key, entry]));
  const theirs = new Map(other.map((entry) => [entry.key, entry]));
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((key) => !isDeepStrictEqual(ours.get(key), theirs.get(key)))
    .map(
      (key) => `${what} of key ${JSON.stringify(key)}: ${show(ours.get(key))} and ${show(theirs.get(key))}`,
    );
}

/** Names every read, range scan and write in which two endorsements differ; empty if there is none. */
export function readWriteSetDifferences(first: ReadWriteSet, other: ReadWriteSet): string[] {
  const scans = isDeepStrictEqual(first.rangeQueries, other.rangeQueries)
    ? []
    : [`range scans: ${show(first.rangeQueries)} and ${show(other.rangeQueries)}`];
  return [
    ...entryDifferences('read', first.reads, other.reads),
    ...scans,
    ...entryDifferences('write', first.writes, other.writes),
  ];
}
