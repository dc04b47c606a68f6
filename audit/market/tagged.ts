import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** Bytes as they are hashed and signed: purpose, channel and content, each behind its length in four bytes. */
export function taggedBytes(purpose: string, channel: string, ...parts: (string | Buffer)[]): Buffer {
  const fields = [purpose, channel, ...parts].map((part) =>
    typeof part === 'string' ? Buffer.from(part) : part,
  );
  return Buffer.concat(
    fields.flatMap((field) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(field.length);
      return [length, field];
    }),
  );
}

/** SubjectPublicKeyInfo of a P-256 key, up to its compressed point. */
const P256_PREFIX = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');

/** The key of a meter from its compressed form in base64url; null if it is no point of the curve. */
export function meterKey(publicKey: string): KeyObject | null {
  const key = Buffer.concat([P256_PREFIX, Buffer.from(publicKey, 'base64url')]);
  try {
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** Whether the meter signed these bytes; its signatures are r and s, one behind the other. */
export function isMeterSignature(key: KeyObject, bytes: Buffer, signature: Buffer): boolean {
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
