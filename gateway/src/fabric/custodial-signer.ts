import { type KeyObject, X509Certificate } from 'node:crypto';
import { signLowS } from '../../../fabric-ca-client/index.ts';
import type { Sign } from './wallet.ts';

/** Signs with a key that the gateway keeps, by OpenSSL, which is ten times faster than the signer of fabric-gateway. */
export function custodialSigner(key: () => KeyObject): Sign {
  return (bytes) => Promise.try(() => signLowS(bytes, key()));
}

/** @throws when the key is not the certificate's */
export function requirePair(certificatePem: string, privateKey: KeyObject): void {
  if (!new X509Certificate(certificatePem).checkPrivateKey(privateKey))
    throw new Error('the key does not belong to the certificate');
}
