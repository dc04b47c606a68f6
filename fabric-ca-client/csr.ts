/** Certificate signing requests (PKCS#10), written by hand: a name, a public key and a signature is all a CA needs. */
import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { der, derInteger, derSequence } from './der.ts';
import { signLowS } from './key.ts';

const OID_COMMON_NAME = Buffer.from([0x06, 0x03, 0x55, 0x04, 0x03]);
const OID_ECDSA_WITH_SHA256 = Buffer.from([0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]);
const UTF8_STRING = 0x0c;
const BIT_STRING = 0x03;
const SET = 0x31;
const ATTRIBUTES = 0xa0;
const NO_UNUSED_BITS = Buffer.from([0]);

/**
 * A signing request for a P-256 key.
 *
 * @param commonName the subject's only attribute
 * @returns PEM
 */
export function certificateRequest(commonName: string, key: KeyObject): string {
  const name = derSequence(OID_COMMON_NAME, der(UTF8_STRING, Buffer.from(commonName)));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const info = derSequence(derInteger(0n), derSequence(der(SET, name)), publicKey, der(ATTRIBUTES));
  const signature = der(BIT_STRING, NO_UNUSED_BITS, signLowS(info, key));
  return pem('CERTIFICATE REQUEST', derSequence(info, derSequence(OID_ECDSA_WITH_SHA256), signature));
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
