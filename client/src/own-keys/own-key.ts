import { concat, fromBase64, toBase64 } from './bytes.ts';
import { der, derInteger, derSequence } from './der.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };
const COMPONENT_BYTES = 32;
/** Order of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const TAG = { bitString: 0x03, utf8String: 0x0c, set: 0x31, attributes: 0xa0 };
const OID_COMMON_NAME = Uint8Array.of(0x06, 0x03, 0x55, 0x04, 0x03);
const OID_ECDSA_WITH_SHA256 = Uint8Array.of(0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02);
const LINE = 64;

/** As WebCrypto of Node and of browsers names it. */
type Key = Parameters<typeof crypto.subtle.sign>[1];

/** A P-256 key that never leaves its owner: by WebCrypto, in Node and in browsers alike. */
export class OwnKey {
  readonly #privateKey: Key;
  readonly #publicKey: Key;

  /** @param pair for ECDSA on P-256; the private key need not be extractable */
  constructor({ privateKey, publicKey }: { readonly privateKey: Key; readonly publicKey: Key }) {
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  /** @param extractable whether the private key can be stored outside of the browser's own key storage */
  static async generate(extractable = false): Promise<OwnKey> {
    return new OwnKey(await crypto.subtle.generateKey(ALGORITHM, extractable, ['sign', 'verify']));
  }

  /** @param pkcs8 PEM of a private key */
  static async fromPem(pkcs8: string): Promise<OwnKey> {
    const bytes = fromBase64(pkcs8.replaceAll(/-----[A-Z ]+-----|\s/g, ''));
    const privateKey = await crypto.subtle.importKey('pkcs8', bytes, ALGORITHM, true, ['sign']);
    const jwk = await crypto.subtle.exportKey('jwk', privateKey);
    const { kty, crv, x, y } = jwk;
    const publicKey = await crypto.subtle.importKey(
      'jwk',
      { kty, crv, x, y } as typeof jwk,
      ALGORITHM,
      true,
      ['verify'],
    );
    return new OwnKey({ privateKey, publicKey });
  }

  /** PKCS#8 in PEM. @throws DOMException when the key is not extractable */
  async toPem(): Promise<string> {
    return pem('PRIVATE KEY', new Uint8Array(await crypto.subtle.exportKey('pkcs8', this.#privateKey)));
  }

  /**
   * Signs the SHA-256 of `message`; of the two signatures that fit, the one with the lower S, the only one that Fabric
   * takes.
   *
   * @returns DER
   */
  async sign(message: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const raw = new Uint8Array(await crypto.subtle.sign(SIGNING, this.#privateKey, concat(message)));
    const r = toInteger(raw.subarray(0, COMPONENT_BYTES));
    const s = toInteger(raw.subarray(COMPONENT_BYTES));
    return derSequence(derInteger(r), derInteger(s > ORDER / 2n ? ORDER - s : s));
  }

  /**
   * A request to certify the key (PKCS#10, PEM).
   *
   * @param enrolmentId becomes the common name, which is what a Fabric CA wants
   */
  async certificateRequest(enrolmentId: string): Promise<string> {
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', this.#publicKey));
    const commonName = derSequence(
      OID_COMMON_NAME,
      der(TAG.utf8String, new TextEncoder().encode(enrolmentId)),
    );
    const info = derSequence(
      derInteger(0n),
      derSequence(der(TAG.set, commonName)),
      publicKey,
      der(TAG.attributes),
    );
    const signature = der(TAG.bitString, Uint8Array.of(0), await this.sign(info));
    return pem('CERTIFICATE REQUEST', derSequence(info, derSequence(OID_ECDSA_WITH_SHA256), signature));
  }
}

function toInteger(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function pem(label: string, content: Uint8Array): string {
  const text = toBase64(content);
  const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
