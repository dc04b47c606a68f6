import { createHmac, createPrivateKey, hkdfSync } from 'node:crypto';

const PURPOSE = 'commonwatt/pseudonym/1';
const KEY_BYTES = 32;
/** 96 bits: nobody meets the pseudonym of another by chance. */
const PSEUDONYM_HEX = 24;

/**
 * Makes the enrolment ids of members. To everybody else they are random; this gateway finds the same ones again when
 * a request is sent again, although it keeps no list.
 */
export class Pseudonyms {
  readonly #key: Buffer;

  /** @param secretKeyPem a private key of the organisation, from which a key for this purpose alone is derived */
  constructor(secretKeyPem: string) {
    const secret = createPrivateKey(secretKeyPem).export({ type: 'pkcs8', format: 'der' });
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, KEY_BYTES));
  }

  /** The pseudonym of the `index`th member of a request. */
  of(account: string, idempotencyKey: string, index: number): string {
    const digest = createHmac('sha256', this.#key)
      .update(JSON.stringify([account, idempotencyKey, index]))
      .digest('hex');
    return `m${digest.slice(0, PSEUDONYM_HEX)}`;
  }
}
