import { createPrivateKey, ECDH, createECDH, hkdfSync, type KeyObject } from 'node:crypto';
import type { MeteredSubject } from '@commonwatt/chaincode/domain';

const PURPOSE = 'commonwatt/collector-key/1';
const CURVE = 'prime256v1';
/** Of the group of P-256 (SEC 2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const SCALAR_BYTES = 32;
/** 128 bits more than the order has, so that every scalar is as likely as any other (FIPS 186-5, A.2.1). */
const SEED_BYTES = 48;
const COORDINATE_END = 33;

/** The key with which a collector attests the readings of one subject. */
export interface CollectorKey {
  readonly privateKey: KeyObject;
  /** Compressed, base64url. */
  readonly publicKey: string;
}

/**
 * Makes the keys of the organisation's collectors, anew whenever one is needed: none is kept. A key is for one
 * collector and one subject, because a key belongs to one subject on the ledger for ever.
 */
export class CollectorKeys {
  readonly #secret: Buffer;

  /** @param secretKeyPem a private key of the organisation; with another one all keys are others */
  constructor(secretKeyPem: string) {
    this.#secret = createPrivateKey(secretKeyPem).export({ type: 'pkcs8', format: 'der' });
  }

  of(account: string, { kind, id }: MeteredSubject): CollectorKey {
    const info = JSON.stringify([PURPOSE, account, kind, id]);
    const seed = Buffer.from(hkdfSync('sha256', this.#secret, '', info, SEED_BYTES)).toString('hex');
    const scalar = (BigInt(`0x${seed}`) % (ORDER - 1n)) + 1n;
    const d = Buffer.from(scalar.toString(16).padStart(2 * SCALAR_BYTES, '0'), 'hex');
    const pair = createECDH(CURVE);
    pair.setPrivateKey(d);
    const point = pair.getPublicKey();
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      d: d.toString('base64url'),
      x: point.subarray(1, COORDINATE_END).toString('base64url'),
      y: point.subarray(COORDINATE_END).toString('base64url'),
    };
    const compressed = ECDH.convertKey(point, CURVE, undefined, undefined, 'compressed') as Buffer;
    return {
      privateKey: createPrivateKey({ key: jwk, format: 'jwk' }),
      publicKey: compressed.toString('base64url'),
    };
  }
}
