import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { boundedMemo } from '../bounded-memo';
import type { Meter } from './meter';

/** ECDSA P-256 with SHA-256 as r || s (IEEE P1363). */
export const METER_SIGNATURE_BYTES = 64;

/** SubjectPublicKeyInfo of a compressed P-256 point, up to the point itself (RFC 5480). */
const COMPRESSED_P256_PREFIX = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');
const COORDINATE_BYTES = 32;
/** Meters whose keys are kept as objects: to decompress a point costs half as much as to verify a signature. */
const KEYS_KEPT = 5000;

const keyObjectOf = boundedMemo(KEYS_KEPT, (publicKey): KeyObject | null => {
  const der = Buffer.concat([COMPRESSED_P256_PREFIX, Buffer.from(publicKey, 'base64url')]);
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
});

/** The compressed form in which the ledger names a P-256 key (33 bytes, base64url). */
export function compressedPublicKey(key: KeyObject): Meter['publicKey'] {
  const { crv, x, y } = key.export({ format: 'jwk' });
  if (crv !== 'P-256' || x === undefined || y === undefined)
    throw new RangeError('a meter key is a P-256 key');
  const isOdd = ((Buffer.from(y, 'base64url')[COORDINATE_BYTES - 1] ?? 0) & 1) === 1;
  return Buffer.concat([Buffer.from([isOdd ? 3 : 2]), Buffer.from(x, 'base64url')]).toString('base64url');
}

/** Signs as a meter does; only meters and their simulation hold such a key. */
export function signAsMeter(privateKey: KeyObject, bytes: Uint8Array): Buffer {
  return sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });
}

/**
 * Whether the meter with this public key signed the bytes; false for a key that is no point of the curve.
 *
 * ECDSA is malleable: anyone can turn (r, s) into (r, -s), which is valid as well. Nothing here depends on a signature
 * being the only one: chains, ids and idempotency are over the signed bytes, never over the signature.
 */
export function isMeterSignature(
  publicKey: Meter['publicKey'],
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = keyObjectOf(publicKey);
  return key !== null && verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
