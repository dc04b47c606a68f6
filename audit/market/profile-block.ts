import { createHash } from 'node:crypto';
import { WireReader } from '../fabric/protobuf.ts';
import type { Subject } from './record.ts';
import { taggedBytes } from './tagged.ts';

const PURPOSE = 'commonwatt/profile-block/1';
const FORMAT = 1;
const HASH_BYTES = 32;
const SIGNATURE_BYTES = 64;

export interface Register {
  /** Its number in the block's bytes. */
  readonly code: number;
  readonly values: readonly number[];
  /** For each value, whether it is an estimate. */
  readonly estimated: readonly boolean[];
}

/** Consecutive intervals of a meter's registers. */
export interface ProfileBlock {
  readonly subject: Subject;
  readonly sequence: number;
  readonly start: number;
  readonly intervalSec: number;
  readonly intervals: number;
  /** base64url; null for the first block of a chain. */
  readonly previousHash: string | null;
  readonly declaredGapSec: number;
  readonly fillsGap: boolean;
  readonly registers: readonly Register[];
}

/** What the meter signs. */
export function signedBytes(channel: string, body: Buffer): Buffer {
  return taggedBytes(PURPOSE, channel, body);
}

/** What the next block names as its predecessor, base64url. */
export function blockHash(channel: string, body: Buffer): string {
  return createHash('sha256').update(signedBytes(channel, body)).digest('base64url');
}

/** The signatures in a submission of readings, by the body that they are for (as Latin-1 text). */
export type SubmittedSignatures = ReadonlyMap<string, readonly Buffer[]>;

/** A body may come several times, once signed and once forged. */
export function readSubmission(argument: Buffer): SubmittedSignatures {
  const reader = new WireReader(argument);
  const signatures = new Map<string, Buffer[]>();
  while (!reader.isAtEnd) {
    const body = reader.lengthPrefixed().toString('latin1');
    signatures.set(body, [...(signatures.get(body) ?? []), reader.take(SIGNATURE_BYTES)]);
  }
  return signatures;
}

/**
 * Reads the body of a profile block: numbers of 7 bits per byte, the lowest first; in this order format, subject,
 * sequence, times, hash of the predecessor, gap, and for each register its values and runs of estimated ones.
 *
 * @returns null if the bytes are no such block
 * @throws Unreadable
 */
export function readProfileBlock(body: Buffer): ProfileBlock | null {
  const reader = new WireReader(body);
  const format = reader.varint();
  const kind = ([undefined, 'point', 'device'] as const)[reader.varint()];
  if (format !== FORMAT || kind === undefined) return null;
  const id = reader.lengthPrefixed().toString('latin1');
  const sequence = reader.varint();
  const start = reader.varint();
  const intervalSec = reader.varint();
  const intervals = reader.varint();
  const previous = reader.take(HASH_BYTES);
  const declaredGapSec = reader.varint() * intervalSec;
  const fillsGap = reader.varint() === 1;
  const registers: Register[] = [];
  for (let count = reader.varint(); count > 0; count -= 1) registers.push(readRegister(reader, intervals));
  if (!reader.isAtEnd) return null;
  const previousHash = previous.every((byte) => byte === 0) ? null : previous.toString('base64url');
  return {
    subject: { kind, id },
    ...{ sequence, start, intervalSec, intervals, previousHash, declaredGapSec, fillsGap, registers },
  };
}

function readRegister(reader: WireReader, intervals: number): Register {
  const code = reader.varint();
  const values: number[] = [];
  for (let index = 0; index < intervals; index += 1) values.push(reader.varint());
  const estimated = new Array<boolean>(intervals).fill(false);
  let end = 0;
  for (let runs = reader.varint(); runs > 0; runs -= 1) {
    const from = end + reader.varint();
    end = from + reader.varint();
    estimated.fill(true, from, end);
  }
  return { code, values, estimated };
}
