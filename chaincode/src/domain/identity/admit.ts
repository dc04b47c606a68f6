import type { Account } from '../account/account';
import { DomainError } from '../error-code';
import type { Method } from '../method';
import { FOUNDING_CONSORTIUM, type Consortium, type Organisation } from '../organisation/organisation';
import { role, ROLES_BY_KIND, type OrganisationKind, type Role } from './role';

/** What the caller's certificate says, proved by the signature on the proposal. */
export interface Credentials {
  readonly mspId: string;
  /** The certificate's common name; null when it is no enrolment id. */
  readonly enrolmentId: string | null;
  /** The certificate's `role` attribute, null without one. */
  readonly role: string | null;
  /** SHA-256 of the public key's SubjectPublicKeyInfo (DER), base64url. */
  readonly keyHash: string;
}

/** Who calls, admitted to the method. */
export interface Caller {
  readonly account: string;
  readonly mspId: string;
  readonly kind: OrganisationKind;
  readonly role: Role;
}

export interface Admission {
  readonly caller: Caller;
  /** The caller's account, pinned to the key of this call. */
  readonly account: Account;
  /** True when this call is the first with a key: a command that succeeds stores `account`. */
  readonly pins: boolean;
}

/** Roles of people and companies that are registered before they may call; all others hold an office. */
const REGISTERED_ROLES: readonly Role[] = ['member', 'buyer'];

/** The organisation of this MSP id, if it is one of the consortium. */
export function findOrganisation(
  consortium: Consortium | undefined,
  mspId: string,
): Organisation | undefined {
  return (consortium ?? FOUNDING_CONSORTIUM).organisations.find(
    (organisation) => organisation.mspId === mspId,
  );
}

/**
 * Lets a caller in to `method`, or throws the first of the error codes of the group "the caller".
 * @param consortium as stored; undefined before the first organisation was entered
 * @param account the caller's, as stored
 */
export function admit(
  method: Pick<Method, 'name' | 'roles'>,
  credentials: Credentials,
  consortium: Consortium | undefined,
  account: Account | undefined,
): Admission {
  const place = admitRole(method, credentials, consortium);
  const { mspId, enrolmentId, keyHash } = credentials;
  if (enrolmentId === null) {
    throw new DomainError('ACCOUNT_NOT_FOUND', "the certificate's common name is no enrolment id");
  }
  const id = `${mspId}/${enrolmentId}`;
  if (account === undefined && REGISTERED_ROLES.includes(place.role)) {
    throw new DomainError('ACCOUNT_NOT_FOUND', id);
  }
  if (account?.status === 'suspended') throw new DomainError('ACCOUNT_SUSPENDED', id);
  const pinned = account?.keyHash ?? null;
  if (pinned !== null && pinned !== keyHash) throw new DomainError('ACCOUNT_KEY_MISMATCH', id);
  const caller = { account: id, mspId, ...place };
  if (account !== undefined && pinned !== null) return { caller, account, pins: false };
  return { caller, account: pinnedAccount(caller, account, keyHash), pins: true };
}

/** An account whose first call is an officer's is an office, whatever somebody registered it as. */
function pinnedAccount(
  { account: id, role: given }: Caller,
  account: Account | undefined,
  keyHash: string,
): Account {
  if (account !== undefined && REGISTERED_ROLES.includes(given)) return { ...account, keyHash };
  return { v: 1, status: 'active', ...account, id, kind: 'officer', keyHash };
}

function admitRole(
  method: Pick<Method, 'name' | 'roles'>,
  credentials: Credentials,
  consortium: Consortium | undefined,
): Pick<Caller, 'kind' | 'role'> {
  const { mspId } = credentials;
  const organisation = findOrganisation(consortium, mspId);
  if (organisation === undefined) throw new DomainError('ORGANISATION_UNKNOWN', mspId);
  if (organisation.status === 'suspended') throw new DomainError('ORGANISATION_SUSPENDED', mspId);
  const given = role.safeParse(credentials.role);
  if (!given.success) throw new DomainError('ROLE_MISSING', 'the certificate has no valid role attribute');
  if (!ROLES_BY_KIND[organisation.kind].includes(given.data)) {
    throw new DomainError('ROLE_FOREIGN', `${given.data} from ${mspId}`);
  }
  if (!method.roles.includes(given.data)) {
    throw new DomainError('NOT_AUTHORISED', `${given.data} may not call ${method.name}`);
  }
  return { kind: organisation.kind, role: given.data };
}
