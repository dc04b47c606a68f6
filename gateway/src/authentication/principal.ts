import type { MeteredSubject, Role } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity, Wallet } from '../fabric/wallet.ts';
import { Problem } from '../problem/problem.ts';
import { certificateRole } from './certificate-role.ts';
import type { Tokens } from './token.ts';

/** An enrolled identity that speaks through a token. */
export interface Caller {
  readonly kind: 'caller';
  /** `<MSP id>/<enrolment id>`. */
  readonly account: string;
  readonly mspId: string;
  readonly role: Role;
  readonly identity: LedgerIdentity;
}

/** Whoever may only deliver readings. */
export interface Deliverer {
  readonly kind: 'deliverer';
  /** Keeps its requests apart from those of others; that of a meter is no account of the ledger. */
  readonly account: string;
  readonly mspId: string;
  /** Of the meter whose token it is. */
  readonly subject: MeteredSubject | null;
}

export type Principal = Caller | Deliverer;

/** Finds out who sends a request. */
export class Authentication {
  readonly #tokens: Tokens;
  readonly #wallet: Wallet;
  readonly #mspId: string;
  readonly #roles = new WeakMap<LedgerIdentity, Role | undefined>();

  constructor(tokens: Tokens, wallet: Wallet, mspId: string) {
    this.#tokens = tokens;
    this.#wallet = wallet;
    this.#mspId = mspId;
  }

  /**
   * @param authorization the header
   * @throws Problem TOKEN_MISSING, TOKEN_INVALID, SCOPE_MISSING, IDENTITY_UNKNOWN, ROLE_MISSING
   */
  async authenticate(authorization: string | undefined): Promise<Principal> {
    if (authorization === undefined)
      throw new Problem('TOKEN_MISSING', 'send the header Authorization: Bearer <token>');
    const token = /^Bearer +([A-Za-z0-9._-]+) *$/i.exec(authorization)?.[1];
    if (token === undefined)
      throw new Problem('TOKEN_INVALID', 'the header Authorization is not Bearer <token>');
    const verified = await this.#tokens.verify(token);
    const mspId = this.#mspId;
    if ('meter' in verified) {
      const { kind, id } = verified.meter;
      return { kind: 'deliverer', account: `${mspId}/${kind}.${id}`, mspId, subject: verified.meter };
    }
    const caller = this.callerOf(verified.enrolmentId);
    if (verified.scope === 'commonwatt') return caller;
    return { kind: 'deliverer', account: caller.account, mspId, subject: null };
  }

  /** @throws Problem IDENTITY_UNKNOWN, ROLE_MISSING */
  callerOf(enrolmentId: string): Caller {
    const identity = this.#wallet.get(enrolmentId);
    if (identity === undefined) throw new Problem('IDENTITY_UNKNOWN', enrolmentId);
    const role = this.roleOf(identity);
    if (role === undefined) throw new Problem('ROLE_MISSING', enrolmentId);
    return { kind: 'caller', account: identity.account, mspId: this.#mspId, role, identity };
  }

  /** Role in the identity's certificate. */
  roleOf(identity: LedgerIdentity): Role | undefined {
    if (!this.#roles.has(identity)) this.#roles.set(identity, certificateRole(identity.certificate));
    return this.#roles.get(identity);
  }
}
