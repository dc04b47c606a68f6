import { DomainError, type ErrorCode } from '../error-code';
import { parseAccountId } from '../identifier';
import type { EpochSeconds } from '../quantity';
import { advanceHead, coveredPeriod } from './advance-head';
import { type Head, MAX_OPEN_GAPS } from './head';
import { gapAround } from './open-gaps';
import type { ProfileBlock, SignedProfileBlock } from './profile-block';
import { NO_PREVIOUS_HASH } from './profile-block-codec';
import { isSignedByMeter, profileBlockHash } from './profile-block-signature';
import { largestPlausible, type MeteredRecord } from './register-limits';

/** A block may end this much later than the transaction: clocks differ. */
export const CLOCK_TOLERANCE_SEC = 60;
const MIN_INTERVAL_SEC = 60;
const SECONDS_PER_DAY = 86_400;

/** A block as submitted, decoded. */
export interface SubmittedBlock extends SignedProfileBlock {
  readonly block: ProfileBlock;
}

/** What the ledger knows of the block's subject. */
export interface SubjectState {
  readonly metered: MeteredRecord;
  readonly head: Head;
  /** Hash of the accepted block of the submitted one's sequence, if there is one. */
  readonly acceptedHash: string | null;
}

export interface Intake {
  readonly channel: string;
  /** Organisation of the submitting gateway or collector. */
  readonly callerMsp: string;
  readonly now: EpochSeconds;
}

export type Acceptance =
  /** In; `head` is the subject's from now on. */
  | { readonly kind: 'accepted'; readonly hash: string; readonly head: Head }
  /** The same block was accepted before. */
  | { readonly kind: 'exists' };

/**
 * Whether a block becomes part of its subject's chain. Throws the first rule that it breaks, in the precedence of the
 * error codes; the head stays as it was, so that the meter may send a corrected block under the same sequence.
 */
export function acceptBlock(submitted: SubmittedBlock, state: SubjectState, intake: Intake): Acceptance {
  const { block } = submitted;
  const { metered, head } = state;
  assertTakenFrom(metered, intake);
  if (!isSignedByMeter(intake.channel, submitted, head.meter)) {
    refuse('BLOCK_SIGNATURE_INVALID', `not by meter ${head.meter.serial}`);
  }
  const hash = profileBlockHash(intake.channel, submitted.body);
  if (hash === state.acceptedHash) return { kind: 'exists' };
  assertNextInChain(block, head);
  assertRegisters(block, metered);
  assertOnGrid(block);
  assertFirstReadings(block, head);
  const next = advanceHead(head, block, hash);
  if (next.gaps.length > MAX_OPEN_GAPS) refuse('BLOCK_GAPS_TOO_MANY', `${MAX_OPEN_GAPS} gaps may be open`);
  assertPast(block, intake.now);
  assertPlausible(block, metered);
  return { kind: 'accepted', hash, head: next };
}

function assertTakenFrom({ record }: MeteredRecord, { callerMsp }: Intake): void {
  if (record.status !== 'approved') refuse('SUBJECT_NOT_APPROVED', record.status);
  const { mspId } = parseAccountId(record.owner);
  if (mspId !== callerMsp) refuse('SUBJECT_FOREIGN', `it is of ${mspId}`);
}

function assertNextInChain(block: ProfileBlock, head: Head): void {
  if (block.sequence !== head.sequence + 1) {
    refuse('BLOCK_SEQUENCE_WRONG', `the next one is ${head.sequence + 1}, not ${block.sequence}`);
  }
  const last = head.hash ?? NO_PREVIOUS_HASH;
  if (block.previousHash !== last) refuse('BLOCK_CHAIN_BROKEN', `the last accepted block is ${last}`);
}

function assertRegisters({ registers, intervalSec }: ProfileBlock, metered: MeteredRecord): void {
  const names = registers.map(({ register }) => register);
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) refuse('BLOCK_REGISTER_WRONG', `${name} is there twice`);
    if (largestPlausible(metered, name, intervalSec) === null)
      refuse('BLOCK_REGISTER_WRONG', `${name} is not metered here`);
  });
}

/**
 * Intervals divide the day and start at multiples of their length, so none crosses midnight or the end of a month. A
 * meter may change its interval wherever covered time ends on the new grid: a gap is declared in whole intervals.
 */
function assertOnGrid({ start, intervalSec }: ProfileBlock): void {
  if (intervalSec < MIN_INTERVAL_SEC || SECONDS_PER_DAY % intervalSec !== 0) {
    refuse('BLOCK_GRID_WRONG', `an interval of ${intervalSec} s does not divide the day`);
  }
  if (start % intervalSec !== 0)
    refuse('BLOCK_GRID_WRONG', `start ${start} is no multiple of ${intervalSec} s`);
}

function assertFirstReadings(block: ProfileBlock, head: Head): void {
  if (block.fillsGap) assertWithinGap(block, head);
  else assertFollows(block, head);
}

function assertWithinGap(block: ProfileBlock, { coveredUntil, gaps }: Head): void {
  const period = coveredPeriod(block);
  if (gapAround(gaps, period) !== undefined) return;
  if (coveredUntil === null || block.start >= coveredUntil)
    refuse('BLOCK_GAP_UNDECLARED', 'there is no gap to fill');
  refuse('BLOCK_OVERLAP', `${period.start} to ${period.end} does not lie within one open gap`);
}

function assertFollows({ start, declaredGapSec }: ProfileBlock, { coveredUntil }: Head): void {
  if (coveredUntil === null) {
    if (declaredGapSec !== 0) refuse('BLOCK_GAP_UNDECLARED', 'nothing precedes the first block');
    return;
  }
  if (start < coveredUntil) refuse('BLOCK_OVERLAP', `time is covered until ${coveredUntil}`);
  if (start - coveredUntil !== declaredGapSec) {
    refuse(
      'BLOCK_GAP_UNDECLARED',
      `the gap is of ${start - coveredUntil} s, declared are ${declaredGapSec} s`,
    );
  }
}

function assertPast(block: ProfileBlock, now: EpochSeconds): void {
  const { end } = coveredPeriod(block);
  if (end > now + CLOCK_TOLERANCE_SEC) refuse('BLOCK_IN_FUTURE', `it ends at ${end}`);
}

function assertPlausible({ registers, intervalSec }: ProfileBlock, metered: MeteredRecord): void {
  for (const { register, values } of registers) {
    const limit = largestPlausible(metered, register, intervalSec) ?? 0;
    const index = values.findIndex((value) => value > limit);
    if (index >= 0) refuse('BLOCK_IMPLAUSIBLE', `${register} of interval ${index} is above ${limit}`);
  }
}

function refuse(code: ErrorCode, detail: string): never {
  throw new DomainError(code, detail);
}
