import { taggedBytes } from '../canonical';
import type { MeteredSubject } from '../identifier';
import { COLLECTOR_POSSESSION_PURPOSE, POSSESSION_PURPOSE, type Meter } from './meter';
import { isMeterSignature } from './meter-signature';

/**
 * What a meter signs to prove that it has the private key of the public one registered for its subject; or a collector,
 * for the key with which it attests that meter's readings.
 *
 * @param attestedBy account of the collector; absent for a meter's own key
 */
export function possessionBytes(
  channel: string,
  { kind, id }: MeteredSubject,
  serial: string,
  attestedBy?: string,
): Buffer {
  return attestedBy === undefined
    ? taggedBytes(POSSESSION_PURPOSE, channel, kind, id, serial)
    : taggedBytes(COLLECTOR_POSSESSION_PURPOSE, channel, kind, id, serial, attestedBy);
}

/** Whether `proof` (P1363, base64url) is the meter's signature over its subject on this channel. */
export function isPossessionProved(
  channel: string,
  subject: MeteredSubject,
  meter: Meter,
  proof: string,
): boolean {
  const bytes = possessionBytes(channel, subject, meter.serial, meter.attestedBy);
  return isMeterSignature(meter.publicKey, bytes, Buffer.from(proof, 'base64url'));
}
