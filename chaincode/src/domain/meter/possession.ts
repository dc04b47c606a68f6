import { taggedBytes } from '../canonical';
import type { MeteredSubject } from '../identifier';
import { POSSESSION_PURPOSE, type Meter } from './meter';
import { isMeterSignature } from './meter-signature';

/** What a meter signs to prove that it has the private key of the public one registered for its subject. */
export function possessionBytes(channel: string, subject: MeteredSubject, serial: string): Buffer {
  return taggedBytes(POSSESSION_PURPOSE, channel, subject.kind, subject.id, serial);
}

/** Whether `proof` (P1363, base64url) is the meter's signature over its subject on this channel. */
export function isPossessionProved(
  channel: string,
  subject: MeteredSubject,
  meter: Meter,
  proof: string,
): boolean {
  const bytes = possessionBytes(channel, subject, meter.serial);
  return isMeterSignature(meter.publicKey, bytes, Buffer.from(proof, 'base64url'));
}
