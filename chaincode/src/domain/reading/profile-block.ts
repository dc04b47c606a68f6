import type { MeteredSubject } from '../identifier';
import type { EpochSeconds } from '../quantity';
import type { RegisterName } from './register';

export const PROFILE_BLOCK_PURPOSE = 'commonwatt/profile-block/1';

/** Sequence numbers have up to ten digits in keys. */
export const MAX_SEQUENCE = 9_999_999_999;
export const MAX_INTERVALS = 3072;
export const MAX_REGISTERS = 4;
/** Largest submission in one transaction. */
export const MAX_SUBMISSION_BYTES = 100_000;
export const MAX_SUBMISSION_BLOCKS = 1000;

/**
 * What a meter signs: consecutive intervals of one or more registers. The signed bytes are
 * `taggedBytes(PROFILE_BLOCK_PURPOSE, channel, body)`; the body is the binary encoding below, and its SHA-256 over the
 * signed bytes is the block's hash, which the next block names.
 *
 * Body, with LEB128 varints: format 1 | subject kind (1 point, 2 device) | id length, id | sequence | start |
 * interval | interval count | previous hash (32 bytes; zeros for the first) | declared gap in intervals before the
 * block (0: none; with filling = 1 below the block lies in an open gap) | filling 0 or 1 | register count, then per
 * register: code | values, one varint each | estimated runs: count, then pairs (skip, length).
 */
export interface ProfileBlock {
  readonly subject: MeteredSubject;
  /** 1, 2, 3, ... of accepted blocks. */
  readonly sequence: number;
  /** Start of the first interval; a multiple of `intervalSec`. */
  readonly start: EpochSeconds;
  readonly intervalSec: number;
  readonly intervals: number;
  /** Hash of the last accepted block, base64url; 43 times A for the first. */
  readonly previousHash: string;
  /** Time between the end of what the meter has covered so far and `start` that it declares as not measured, in seconds. */
  readonly declaredGapSec: number;
  /** True when the block fills (part of) an open gap with first readings. */
  readonly fillsGap: boolean;
  readonly registers: readonly RegisterValues[];
}

export interface RegisterValues {
  readonly register: RegisterName;
  /** One per interval, in the register's unit. */
  readonly values: readonly number[];
  /** Half-open index ranges of values that were estimated, ascending and disjoint; all others were measured. */
  readonly estimated: readonly (readonly [from: number, to: number])[];
}

export interface SignedProfileBlock {
  readonly body: Uint8Array;
  /** ECDSA P-256 with SHA-256, P1363, 64 bytes. */
  readonly signature: Uint8Array;
}
