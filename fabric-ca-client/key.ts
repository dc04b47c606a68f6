/** P-256 keys, and the only kind of signature that Fabric accepts from them. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { derInteger, derSequence } from './der.ts';

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const COMPONENT_BYTES = 32;

/** A new P-256 private key. */
export function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** The key as PKCS#8 PEM. */
export function keyToPem(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }));
}

/**
 * Signs the SHA-256 of `message`. Of the two signatures that fit, the one with the lower S: Fabric refuses the other,
 * so that nobody can turn one valid transaction into a second one.
 *
 * @param key a P-256 private key, as an object or PEM
 * @returns the signature in DER
 */
export function signLowS(message: Uint8Array, key: KeyObject | string): Buffer {
  const privateKey = typeof key === 'string' ? createPrivateKey(key) : key;
  const raw = sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const r = toBigInt(raw.subarray(0, COMPONENT_BYTES));
  const s = toBigInt(raw.subarray(COMPONENT_BYTES));
  return derSequence(derInteger(r), derInteger(s > P256_ORDER / 2n ? P256_ORDER - s : s));
}

/**
 * Whether a signature that verifies is the one of the two that Fabric takes.
 *
 * @param signature DER: a sequence of the integers R and S, of at most 33 bytes each
 */
export function hasLowS(signature: Uint8Array): boolean {
  const bytes = Buffer.from(signature);
  const [rLengthAt, headBytes] = [3, 2];
  const sAt = rLengthAt + 1 + (bytes[rLengthAt] ?? 0) + headBytes;
  return sAt < bytes.length && toBigInt(bytes.subarray(sAt)) <= P256_ORDER / 2n;
}

function toBigInt(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}
