import { z } from 'zod';
import { text } from '../identifier';

/** A meter: its serial number and its P-256 public key, compressed (33 bytes), in base64url. */
export const meter = z.strictObject({
  serial: text,
  // The first byte is 2 or 3: six bits 0, then two of them with the next byte's first four.
  publicKey: z.string().regex(/^A[g-z0-9_-][A-Za-z0-9_-]{42}$/),
});
export type Meter = z.infer<typeof meter>;

/** Signature (P1363, 64 bytes, base64url) of the meter over its subject: it has the private key. */
export const possessionProof = z.string().regex(/^[A-Za-z0-9_-]{86}$/);
export const POSSESSION_PURPOSE = 'commonwatt/meter-possession/1';
