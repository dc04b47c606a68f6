import { z } from 'zod';
import type { Decision } from '../decision';
import { DomainError } from '../error-code';
import { enrolmentId } from '../identifier';
import type { Caller } from '../identity/admit';
import type { Role } from '../identity/role';
import { decideEach, type ItemDecision } from '../list';
import { defineMethod } from '../method';
import { LIST_LIMIT, verdictList, type VerdictList } from '../registration/registration';
import { accountKind, type Account, type AccountKind } from './account';

/** Kinds that each role may register, always in its own organisation. */
export const KINDS_BY_REGISTRANT: Partial<Record<Role, readonly AccountKind[]>> = {
  manager: ['prosumer', 'consumer', 'storage', 'microgrid', 'region'],
  supplier: ['utility', 'thirdParty'],
};

const newAccount = z.strictObject({ enrolmentId, kind: accountKind.exclude(['officer']) });
export const registerAccountsCommand = z.strictObject({
  accounts: z.array(newAccount).min(1).max(LIST_LIMIT),
});
export type RegisterAccountsCommand = z.infer<typeof registerAccountsCommand>;

export const registerAccounts = defineMethod({
  name: 'accounts:register',
  kind: 'submit',
  roles: ['manager', 'supplier'],
  command: registerAccountsCommand,
  result: verdictList,
});

/** Account that the caller registers under this enrolment id. */
export function registeredAccountId(caller: Pick<Caller, 'mspId'>, id: string): string {
  return `${caller.mspId}/${id}`;
}

/** Registers the accounts, with a verdict each: NOT_AUTHORISED, EXISTS_WITH_DIFFERENT_CONTENT, STATE_CONFLICT. */
export function decideRegisterAccounts(
  caller: Caller,
  command: RegisterAccountsCommand,
  /** As stored, by account id. */
  accounts: ReadonlyMap<string, Account>,
): Decision<VerdictList> {
  return decideEach(
    command.accounts,
    (item) => registeredAccountId(caller, item.enrolmentId),
    (item) => register(caller, item, accounts),
  );
}

function register(
  caller: Caller,
  item: z.infer<typeof newAccount>,
  accounts: ReadonlyMap<string, Account>,
): ItemDecision {
  if (KINDS_BY_REGISTRANT[caller.role]?.includes(item.kind) !== true) {
    throw new DomainError('NOT_AUTHORISED', `${caller.role} may not register a ${item.kind}`);
  }
  const id = registeredAccountId(caller, item.enrolmentId);
  // The caller's own is an office, and may be about to be stored for the first time.
  if (id === caller.account) throw new DomainError('EXISTS_WITH_DIFFERENT_CONTENT', 'registered as officer');
  const registered = accounts.get(id);
  if (registered?.kind === item.kind) return { outcome: 'exists', changes: [] };
  if (registered !== undefined) {
    throw new DomainError('EXISTS_WITH_DIFFERENT_CONTENT', `registered as ${registered.kind}`);
  }
  const value: Account = { v: 1, id, kind: item.kind, status: 'active', keyHash: null };
  return { outcome: 'done', changes: [{ type: 'account', value }] };
}
