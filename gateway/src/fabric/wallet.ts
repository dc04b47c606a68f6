import type { SignedMatter } from './signature-requests.ts';

/** ECDSA over SHA-256 of the bytes, DER, with the lower of the two values that S can have. */
export type Sign = (bytes: Uint8Array, matter: SignedMatter) => Promise<Uint8Array>;

/** Who has the private key: the gateway, or its owner alone. */
export type KeyCustody = 'custodial' | 'own';

/** An enrolled identity of this organisation that the gateway transacts for. */
export interface LedgerIdentity {
  /** `<MSP id>/<enrolment id>`. */
  readonly account: string;
  readonly mspId: string;
  readonly enrolmentId: string;
  /** Certificate in PEM. */
  readonly certificate: string;
  readonly keys: KeyCustody;
  readonly sign: Sign;
}

export interface Wallet {
  /** Undefined when nobody of that enrolment id is in the wallet. */
  get(enrolmentId: string): LedgerIdentity | undefined;
  has(enrolmentId: string): boolean;
  /** Enrolment ids, sorted. */
  list(): string[];
  /**
   * Stores the certificate of one who keeps the key; enrolled again with another key, the new one replaces the old.
   *
   * @throws when the gateway has a key of that enrolment id
   */
  addCertificate(enrolmentId: string, certificatePem: string): Promise<LedgerIdentity>;
  /** Stores a newly enrolled identity, both files or none, keys readable by the owner only. */
  add(enrolmentId: string, certificatePem: string, privateKeyPem: string): Promise<LedgerIdentity>;
}
