import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { LedgerIdentity } from './ledger-client.ts';
import { issueCertificate, type DistinguishedName } from './x509-certificate.ts';

/** An enrolled identity of a test organisation. */
export interface TestIdentity extends LedgerIdentity {
  readonly role: string;
  /** PEM */
  readonly certificate: string;
  /** P-256 */
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const NOT_BEFORE_SEC = 1_577_836_800; // 2020-01-01
const NOT_AFTER_SEC = 2_524_607_999; // 2049-12-31, the last year that a UTCTime can tell

/**
 * A P-256 key pair that depends on the text alone, so that a seeded test run is repeatable to the byte of every public
 * key.
 */
export function keyPairOf(seed: string): KeyPair {
  const curve = createECDH('prime256v1');
  // A hash is a scalar of P-256 but for a chance of 2^-32, and the seed is ours to choose.
  curve.setPrivateKey(createHash('sha256').update(seed).digest());
  const point = curve.getPublicKey();
  const privateKey = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: curve.getPrivateKey('base64url'),
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** An organisation with its certificate authority; keys are for tests only, since anybody can compute them. */
export class TestOrganisation {
  readonly mspId: string;
  /** PEM */
  readonly caCertificate: string;
  readonly #caName: DistinguishedName;
  readonly #caKeys: KeyPair;
  readonly #identities = new Map<string, TestIdentity>();
  readonly #keyGenerations = new Map<string, number>();
  #issued = 0;

  constructor(mspId: string) {
    this.mspId = mspId;
    const name = mspId.replace(/MSP$/, '');
    this.#caName = [
      ['O', name],
      ['CN', `ca.${name.toLowerCase()}`],
    ];
    this.#caKeys = keyPairOf(`${mspId} authority`);
    this.caCertificate = this.#issue(this.#caName, this.#caKeys.publicKey);
  }

  /**
   * The identity of this id with this role, always the same one. The same id with another role keeps its key.
   *
   * @param role the value of the certificate's `role` attribute; empty for a certificate without attributes.
   */
  enrol(id: string, role: string): TestIdentity {
    const enrolled = this.#identities.get(JSON.stringify([id, role]));
    return enrolled ?? this.#certify(id, role, this.#keyGenerations.get(id) ?? 0);
  }

  /** A new key and certificate for the id; from now on `enrol` answers with the new ones. */
  reenrol({ id, role }: { readonly id: string; readonly role: string }): TestIdentity {
    const generation = (this.#keyGenerations.get(id) ?? 0) + 1;
    this.#keyGenerations.set(id, generation);
    for (const [key, identity] of this.#identities) {
      if (identity.id === id) this.#identities.delete(key);
    }
    return this.#certify(id, role, generation);
  }

  #certify(id: string, role: string, generation: number): TestIdentity {
    const keys = keyPairOf(JSON.stringify([this.mspId, id, generation]));
    const subject: DistinguishedName = [
      ['OU', 'client'],
      ['CN', id],
    ];
    const certificate = this.#issue(subject, keys.publicKey, role === '' ? undefined : { role });
    const identity: TestIdentity = { mspId: this.mspId, id, role, certificate, ...keys };
    this.#identities.set(JSON.stringify([id, role]), identity);
    return identity;
  }

  #issue(subject: DistinguishedName, subjectKey: KeyObject, attributes?: Record<string, string>): string {
    this.#issued += 1;
    const serial = createHash('sha256').update(`${this.mspId} ${this.#issued}`).digest().subarray(0, 16);
    const content = {
      serial,
      issuer: this.#caName,
      subject,
      subjectKey,
      issuerKey: this.#caKeys.publicKey,
      notBeforeSec: NOT_BEFORE_SEC,
      notAfterSec: NOT_AFTER_SEC,
      isAuthority: subject === this.#caName,
      ...(attributes === undefined ? {} : { attributes }),
    };
    return issueCertificate(content, this.#caKeys.privateKey);
  }
}

/** An organisation of this MSP id with a certificate authority of its own. */
export function makeOrganisation(mspId: string): TestOrganisation {
  return new TestOrganisation(mspId);
}
