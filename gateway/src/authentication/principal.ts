import type { MeteredSubject, Role } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity, Wallet } from '../fabric/wallet.ts';
import { Problem } from '../problem/problem.ts';
import { certificateRole } from './certificate-role.ts';
import type { Credentials } from './credentials.ts';
import type { Scope } from './scope.ts';

/** An enrolled identity that speaks through a token or an API key. */
export interface Caller {
  readonly kind: 'caller';
  /** `<MSP id>/<enrolment id>`. */
  readonly account: string;
  readonly mspId: string;
  readonly role: Role;
  readonly identity: LedgerIdentity;
  readonly scopes: readonly Scope[];
}

/** A meter, which may only deliver readings and look at its own head. */
export interface Meter {
  readonly kind: 'meter';
  /** Keeps its requests apart from those of others; it is no account of the ledger. */
  readonly account: string;
  readonly mspId: string;
  readonly subject: MeteredSubject;
  readonly scopes: readonly Scope[];
}

export type Principal = Caller | Meter;

/** Finds out who sends a request. */
export class Authentication {
  readonly #credentials: Credentials;
  readonly #wallet: Wallet;
  readonly #mspId: string;
  readonly #roles = new WeakMap<LedgerIdentity, Role | undefined>();

  constructor(credentials: Credentials, wallet: Wallet, mspId: string) {
    this.#credentials = credentials;
    this.#wallet = wallet;
    this.#mspId = mspId;
  }

  /**
   * @param authorization the header
   * @throws Problem TOKEN_MISSING, TOKEN_INVALID, ISSUER_UNAVAILABLE, IDENTITY_UNKNOWN, ROLE_MISSING
   */
  async authenticate(authorization: string | undefined): Promise<Principal> {
    if (authorization === undefined)
      throw new Problem('TOKEN_MISSING', 'send the header Authorization: Bearer <token>');
    const token = /^Bearer +([A-Za-z0-9._-]+) *$/i.exec(authorization)?.[1];
    if (token === undefined)
      throw new Problem('TOKEN_INVALID', 'the header Authorization is not Bearer <token>');
    const verified = await this.#credentials.verify(token);
    if ('enrolmentId' in verified) return this.callerOf(verified.enrolmentId, verified.scopes);
    const { meter: subject, scopes } = verified;
    const account = meterAccount(this.#mspId, subject);
    return { kind: 'meter', account, mspId: this.#mspId, subject, scopes };
  }

  /**
   * @param scopes default: everything
   * @throws Problem IDENTITY_UNKNOWN, ROLE_MISSING
   */
  callerOf(enrolmentId: string, scopes: readonly Scope[] = ['commonwatt']): Caller {
    const identity = this.#wallet.get(enrolmentId);
    if (identity === undefined) throw new Problem('IDENTITY_UNKNOWN', enrolmentId);
    const role = this.roleOf(identity);
    if (role === undefined) throw new Problem('ROLE_MISSING', enrolmentId);
    return { kind: 'caller', account: identity.account, mspId: this.#mspId, role, identity, scopes };
  }

  /** Role in the identity's certificate. */
  roleOf(identity: LedgerIdentity): Role | undefined {
    if (!this.#roles.has(identity)) this.#roles.set(identity, certificateRole(identity.certificate));
    return this.#roles.get(identity);
  }
}

/** Under which the gateway counts a meter's requests; no account of the ledger has a dot. */
export function meterAccount(mspId: string, { kind, id }: MeteredSubject): string {
  return `${mspId}/${kind}.${id}`;
}
