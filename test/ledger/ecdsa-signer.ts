import { sign, type KeyObject } from 'node:crypto';
import type { Signer } from '@hyperledger/fabric-gateway';
import * as der from './der.ts';

/** Order of the group of P-256 (SEC 2, 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const SCALAR_BYTES = 32;

/**
 * Signs whole messages for Fabric, which takes only the lower of the two possible values of s. To be used with
 * `hash.none`: node:crypto hashes with SHA-256 itself.
 */
export function lowSSigner(privateKey: KeyObject): Signer {
  return (message) => Promise.resolve(lowSSignature(message, privateKey));
}

function lowSSignature(message: Uint8Array, key: KeyObject): Buffer {
  const pair = sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' });
  const s = BigInt(`0x${pair.toString('hex', SCALAR_BYTES)}`);
  const low = s > ORDER / 2n ? ORDER - s : s;
  const lowBytes = Buffer.from(low.toString(16).padStart(2 * SCALAR_BYTES, '0'), 'hex');
  return der.sequence(der.integer(pair.subarray(0, SCALAR_BYTES)), der.integer(lowBytes));
}
