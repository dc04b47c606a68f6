import type { Period } from '../quantity';
import type { Head } from './head';
import { coverGap, openGap } from './open-gaps';
import type { ProfileBlock } from './profile-block';

/** Start and end of the block's intervals. */
export function coveredPeriod({ start, intervals, intervalSec }: ProfileBlock): Period {
  return { start, end: start + intervals * intervalSec };
}

/** The head after a block that was accepted. */
export function advanceHead(head: Head, block: ProfileBlock, hash: string): Head {
  const next = { ...head, sequence: block.sequence, hash };
  if (block.fillsGap) return { ...next, gaps: coverGap(head.gaps, coveredPeriod(block)) };
  return {
    ...next,
    coveredUntil: coveredPeriod(block).end,
    intervalSec: block.intervalSec,
    gaps:
      block.declaredGapSec === 0
        ? head.gaps
        : openGap(head.gaps, { start: block.start - block.declaredGapSec, end: block.start }),
  };
}
