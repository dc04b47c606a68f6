import type { KeyObject } from 'node:crypto';
import type { MeteredSubject } from '../identifier';
import type { EpochSeconds } from '../quantity';
import type { Head } from './head';
import { coveredPeriod } from './advance-head';
import type { ProfileBlock, RegisterValues, SignedProfileBlock } from './profile-block';
import { NO_PREVIOUS_HASH } from './profile-block-codec';
import { profileBlockHash, signProfileBlock } from './profile-block-signature';

/** What a meter must remember, or read from its head, to go on with its chain. */
export type ChainTip = Pick<Head, 'sequence' | 'hash' | 'coveredUntil'>;

export const CHAIN_START: ChainTip = { sequence: 0, hash: null, coveredUntil: null };

/** What a meter measured in consecutive intervals. */
export interface Measurement {
  readonly start: EpochSeconds;
  readonly intervalSec: number;
  readonly registers: readonly [RegisterValues, ...RegisterValues[]];
  /** These are first readings of time that an earlier block declared as a gap. */
  readonly fillsGap?: boolean;
}

/** The block that follows the tip; time left out since the tip is declared as a gap. */
export function nextBlock(tip: ChainTip, subject: MeteredSubject, measurement: Measurement): ProfileBlock {
  const { start, intervalSec, registers, fillsGap = false } = measurement;
  // Time that is covered already is no gap: the ledger refuses such a block with its own code.
  const declaredGapSec = fillsGap ? 0 : Math.max(0, start - (tip.coveredUntil ?? start));
  return {
    subject,
    sequence: tip.sequence + 1,
    start,
    intervalSec,
    intervals: registers[0].values.length,
    previousHash: tip.hash ?? NO_PREVIOUS_HASH,
    declaredGapSec,
    fillsGap,
    registers,
  };
}

/** Signs the block that follows the tip. The tip moves on when the block is accepted. */
export function signNextBlock(
  channel: string,
  meter: { readonly subject: MeteredSubject; readonly privateKey: KeyObject; readonly tip: ChainTip },
  measurement: Measurement,
): { readonly signed: SignedProfileBlock; readonly tip: ChainTip } {
  const { subject, privateKey, tip } = meter;
  const block = nextBlock(tip, subject, measurement);
  const signed = signProfileBlock(channel, block, privateKey);
  const coveredUntil = block.fillsGap ? tip.coveredUntil : coveredPeriod(block).end;
  const hash = profileBlockHash(channel, signed.body);
  return { signed, tip: { sequence: block.sequence, hash, coveredUntil } };
}
