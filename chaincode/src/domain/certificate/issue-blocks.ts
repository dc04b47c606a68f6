import { DomainError } from '../error-code';
import type { EpochSeconds } from '../quantity';
import { decodeProfileBlock } from '../reading/profile-block-codec';
import { profileBlockHash } from '../reading/profile-block-signature';
import type { Scheme } from '../scheme/scheme';
import type { Position } from './batch';
import type { UsedBlock } from './issue-intervals';

/** An accepted profile block as the ledger keeps it. */
export interface AcceptedBody {
  readonly arrivedAt: EpochSeconds;
  readonly body: Uint8Array;
}

/** Intervals from `from` to before `to`, in order of (sequence, index). */
export interface IntervalRange {
  readonly from: Position;
  readonly to: Position;
}

export function isBefore(a: Position, b: Position): boolean {
  return a.sequence < b.sequence || (a.sequence === b.sequence && a.index < b.index);
}

/** Sequences of the blocks that the range, which is not empty, touches. */
export function sequencesIn({ from, to }: IntervalRange): { readonly first: number; readonly count: number } {
  const end = to.index === 0 ? to.sequence : to.sequence + 1;
  return { first: from.sequence, count: end - from.sequence };
}

/**
 * What the range uses of its blocks, which are given in order, undefined where there is none.
 * @throws DomainError READINGS_MISSING
 */
export function usedBlocks(
  channel: string,
  { from, to }: IntervalRange,
  bodies: readonly (AcceptedBody | undefined)[],
): UsedBlock[] {
  return bodies.map((accepted, offset) => {
    const sequence = from.sequence + offset;
    if (accepted === undefined) throw new DomainError('READINGS_MISSING', `there is no block ${sequence}`);
    const block = decodeProfileBlock(accepted.body);
    const end = sequence === to.sequence ? to.index : block.intervals;
    if (end > block.intervals) {
      throw new DomainError('READINGS_MISSING', `block ${sequence} has ${block.intervals} intervals`);
    }
    return {
      block,
      hash: profileBlockHash(channel, accepted.body),
      arrivedAt: accepted.arrivedAt,
      from: offset === 0 ? from.index : 0,
      to: end,
    };
  });
}

/**
 * Every reading must have come soon enough after its interval; in a block the first one waited longest.
 * @throws DomainError REPORTING_WINDOW_MISSED
 */
export function requireReportedInTime(blocks: readonly UsedBlock[], { reportingWindowSec }: Scheme): void {
  for (const { block, arrivedAt, from } of blocks) {
    const measuredAt = block.start + (from + 1) * block.intervalSec;
    if (arrivedAt - measuredAt > reportingWindowSec) {
      throw new DomainError(
        'REPORTING_WINDOW_MISSED',
        `interval ${from} of block ${block.sequence} came ${arrivedAt - measuredAt} s after its end`,
      );
    }
  }
}

/** The place after the range in its simplest form: where a block is used up, the beginning of the next one. */
export function nextPosition(blocks: readonly UsedBlock[], to: Position): Position {
  const last = blocks.at(-1)?.block;
  const isUsedUp = last?.sequence === to.sequence && last.intervals === to.index;
  return isUsedUp ? { sequence: to.sequence + 1, index: 0 } : to;
}
