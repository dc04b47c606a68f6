import { createHash } from 'node:crypto';
import { z } from 'zod';
import { formatVersion, meteredSubject } from '../identifier';

/** Whose meter a public key is: a key belongs to one subject for ever. */
export const meterIndex = z.strictObject({ v: formatVersion, subject: meteredSubject });
export type MeterIndex = z.infer<typeof meterIndex>;

/** SHA-256 of the compressed public key (base64url), under which its index is kept. */
export function meterKeyHash(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url');
}
