import { z } from 'zod';
import { DomainError } from '../error-code';
import { accountId, parseAccountId, text } from '../identifier';
import type { Caller } from '../identity/admit';
import type { Account } from './account';

export const accountStandingCommand = z.strictObject({ account: accountId, reason: text });
export type AccountStandingCommand = z.infer<typeof accountStandingCommand>;

/**
 * Who may suspend and reinstate an account: the registrar any but its own; a manager or supplier those of its
 * organisation that hold no office.
 * @throws DomainError NOT_AUTHORISED, ACCOUNT_NOT_FOUND
 */
export function requireMayJudge(caller: Caller, id: string, account: Account | undefined): Account {
  const isOwn = id === caller.account;
  const isForeign = caller.role !== 'registrar' && parseAccountId(id).mspId !== caller.mspId;
  const isOffice = caller.role !== 'registrar' && account?.kind === 'officer';
  if (isOwn || isForeign || isOffice) {
    throw new DomainError('NOT_AUTHORISED', `${caller.role} ${caller.account} may not judge ${id}`);
  }
  if (account === undefined) throw new DomainError('ACCOUNT_NOT_FOUND', id);
  return account;
}
