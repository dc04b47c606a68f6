import type { Change } from './change';
import type { EpochSeconds } from './quantity';
import type { MeteredSubject } from './identifier';
import type { Head } from './reading/head';

/**
 * Records that are written but are no news to read models: they follow from the changes, or from the transaction's
 * argument.
 */
export type SideRecord =
  | { readonly type: 'head'; readonly value: Head }
  /** The meter's key is this subject's for ever. */
  | { readonly type: 'meter'; readonly keyHash: string; readonly subject: MeteredSubject }
  | {
      readonly type: 'block';
      readonly subject: MeteredSubject;
      readonly sequence: number;
      readonly arrivedAt: EpochSeconds;
      /** Signed by a collector instead of the meter itself. */
      readonly attested: boolean;
      /** Body of the profile block. */
      readonly body: Uint8Array;
    };

/** What a command leads to. `exists`: the same command was done before, and nothing is written. */
export interface Decision<Result> {
  readonly outcome: 'done' | 'exists';
  readonly result: Result;
  readonly changes: readonly Change[];
  readonly records: readonly SideRecord[];
}

export function done<Result>(
  result: Result,
  changes: readonly Change[],
  records: readonly SideRecord[] = [],
): Decision<Result> {
  return { outcome: 'done', result, changes, records };
}

export function exists<Result>(result: Result): Decision<Result> {
  return { outcome: 'exists', result, changes: [], records: [] };
}
