import { verify, X509Certificate } from 'node:crypto';
import { hasLowS } from '../../../fabric-ca-client/index.ts';
import type { LedgerIdentity } from './wallet.ts';

/** Whether peers would take a signature of the bytes (ECDSA over their SHA-256, DER) as the identity's. */
export function isSignatureOf(
  { certificate }: LedgerIdentity,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const { publicKey } = new X509Certificate(certificate);
  return verify('sha256', bytes, publicKey, signature) && hasLowS(signature);
}
