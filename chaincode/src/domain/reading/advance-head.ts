import type { MeteredSubject } from '../identifier';
import type { Meter } from '../meter/meter';
import type { Period } from '../quantity';
import type { Head } from './head';
import { coverGap, openGap } from './open-gaps';
import type { ProfileBlock } from './profile-block';

/** The head of a subject that has reported nothing yet. */
export function firstHead(subject: MeteredSubject, meter: Meter): Head {
  return { v: 1, subject, meter, sequence: 0, hash: null, coveredUntil: null, intervalSec: null, gaps: [] };
}

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
