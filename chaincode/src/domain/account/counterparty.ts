import { DomainError } from '../error-code';
import { parseAccountId } from '../identifier';
import type { Consortium } from '../organisation/organisation';
import type { Account } from './account';

/** Accounts that a command names, by id as loaded: undefined where there is none. */
export type Counterparties = ReadonlyMap<string, Account | undefined>;

/**
 * Every account that takes part in a command must exist and be active, and so must its organisation.
 * @throws DomainError ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED
 */
export function requireActive(counterparties: Counterparties, consortium: Consortium): void {
  requireOrganisationsActive([...counterparties.keys()], consortium);
  for (const [id, account] of counterparties) {
    if (account === undefined) throw new DomainError('ACCOUNT_NOT_FOUND', id);
  }
  for (const [id, account] of counterparties) {
    if (account?.status === 'suspended') throw new DomainError('ACCOUNT_SUSPENDED', id);
  }
}

/**
 * No organisation of these accounts may be suspended.
 * @throws DomainError ORGANISATION_SUSPENDED
 */
export function requireOrganisationsActive(accounts: readonly string[], consortium: Consortium): void {
  const organisations = new Map(consortium.organisations.map((item) => [item.mspId, item]));
  for (const id of accounts) {
    const { mspId } = parseAccountId(id);
    if (organisations.get(mspId)?.status === 'suspended')
      throw new DomainError('ORGANISATION_SUSPENDED', mspId);
  }
}
