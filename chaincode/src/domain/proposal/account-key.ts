import type { Account } from '../account/account';
import { DomainError } from '../error-code';
import { parseAccountId } from '../identifier';
import type { ProposalKind, SubjectOf, SubjectRecords } from './kind';

/**
 * A new key for an account whose own is lost. The account may be suspended: whose key was stolen is suspended first.
 */
export const accountKey: ProposalKind<SubjectOf<'accountKey'>> = {
  proposers: ['manager', 'supplier'],
  confirmers: ['registrar'],
  names: ({ account }) => ({ accounts: [account] }),
  propose: ({ account }, records, by) => {
    if (parseAccountId(account).mspId !== by.mspId)
      throw new DomainError('NOT_AUTHORISED', `${account} is of another organisation`);
    requireKnown(account, records);
    return [];
  },
  confirm: ({ account, keyHash }, records) => [
    { type: 'account', value: { ...requireKnown(account, records), keyHash } },
  ],
  decline: () => [],
};

/** @throws DomainError ACCOUNT_NOT_FOUND */
function requireKnown(id: string, { accounts }: SubjectRecords): Account {
  const account = accounts.get(id);
  if (account === undefined) throw new DomainError('ACCOUNT_NOT_FOUND', id);
  return account;
}
