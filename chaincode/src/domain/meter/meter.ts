import { z } from 'zod';
import { accountId, text } from '../identifier';

/**
 * A meter: its serial number and its P-256 public key, compressed (33 bytes), in base64url. Where the meter cannot sign,
 * the key is a collector's, who attests what it has read from the meter.
 */
export const meter = z.strictObject({
  serial: text,
  // The first byte is 2 or 3: six bits 0, then two of them with the next byte's first four.
  publicKey: z.string().regex(/^A[g-z0-9_-][A-Za-z0-9_-]{42}$/),
  /** Account of the collector that has the key; absent where the meter itself has it. */
  attestedBy: accountId.optional(),
});
export type Meter = z.infer<typeof meter>;

/** Whether what this key signs is attested by a collector, and not signed by the meter itself. */
export function isAttested({ attestedBy }: Meter): boolean {
  return attestedBy !== undefined;
}

/** Signature (P1363, 64 bytes, base64url) of the meter over its subject: it has the private key. */
export const possessionProof = z.string().regex(/^[A-Za-z0-9_-]{86}$/);
export const POSSESSION_PURPOSE = 'commonwatt/meter-possession/1';
/** Of a collector's key, so that it can never be entered as a meter's own, nor for another collector. */
export const COLLECTOR_POSSESSION_PURPOSE = 'commonwatt/collector-possession/1';
