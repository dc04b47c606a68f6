import type { KeyObject } from 'node:crypto';

/** An enrolled identity of this organisation that the gateway may sign for. */
export interface LedgerIdentity {
  /** `<MSP id>/<enrolment id>`. */
  readonly account: string;
  readonly mspId: string;
  readonly enrolmentId: string;
  /** Certificate in PEM. */
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

export interface Wallet {
  /** Undefined when nobody of that enrolment id is in the wallet. */
  get(enrolmentId: string): LedgerIdentity | undefined;
  has(enrolmentId: string): boolean;
  /** Enrolment ids, sorted. */
  list(): string[];
  /** Stores a newly enrolled identity, both files or none, keys readable by the owner only. */
  add(enrolmentId: string, certificatePem: string, privateKeyPem: string): Promise<LedgerIdentity>;
}
