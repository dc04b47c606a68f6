import { parseAccountId, type MeteredSubject } from '../domain/identifier';
import type { SchemeRef } from '../domain/scheme/scheme';

const SEQUENCE_DIGITS = 10;
const VERSION_DIGITS = 4;
const OUTPUT_INDEX_DIGITS = 4;
const UNIT_DIGITS = 13;

function padded(value: number, digits: number): string {
  return value.toString().padStart(digits, '0');
}

/** `<request id>.<index>` -> request id, padded index. */
function outputAttributes(id: string): string[] {
  const dot = id.lastIndexOf('.');
  return [id.slice(0, dot), padded(Number(id.slice(dot + 1)), OUTPUT_INDEX_DIGITS)];
}

const byId = (id: string): string[] => [id];

/** Attributes of each record's composite key, from what names the record in the domain. */
export const KEY_ATTRIBUTES = {
  consortium: (): string[] => [],
  account: (id: string): string[] => {
    const { mspId, enrolmentId } = parseAccountId(id);
    return [mspId, enrolmentId];
  },
  point: byId,
  device: byId,
  /** By the SHA-256 of the meter's compressed public key. */
  meter: byId,
  head: (subject: MeteredSubject): string[] => [subject.kind, subject.id],
  block: (subject: MeteredSubject, sequence: number): string[] => [
    subject.kind,
    subject.id,
    padded(sequence, SEQUENCE_DIGITS),
  ],
  /** By the device's id. */
  cursor: byId,
  scheme: ({ id, version }: SchemeRef): string[] => [id, padded(version, VERSION_DIGITS)],
  issuance: byId,
  batch: outputAttributes,
  holding: (batch: string, start: number): string[] => [
    ...outputAttributes(batch),
    padded(start, UNIT_DIGITS),
  ],
  transfer: byId,
  retirement: byId,
  coin: outputAttributes,
  payment: byId,
  hold: byId,
  offer: byId,
  bid: byId,
  trade: byId,
  proposal: byId,
} as const;

export type RecordType = keyof typeof KEY_ATTRIBUTES;
/** What names a record of this type. */
export type KeyOf<Type extends RecordType> = Parameters<(typeof KEY_ATTRIBUTES)[Type]>;

/** Type of the key that `readiness:probe` writes; its attribute is the transaction's id, so that no two probes conflict. */
export const PROBE_KEY = 'probe';
