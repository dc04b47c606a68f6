import { done, exists, type Decision } from '../decision';
import { DomainError } from '../error-code';
import type { Caller } from '../identity/admit';
import { requireMayLift } from '../identity/suspension';
import { defineMethod } from '../method';
import { account, type Account } from './account';
import { accountStandingCommand, requireMayJudge, type AccountStandingCommand } from './standing';

export const reinstateAccount = defineMethod({
  name: 'accounts:reinstate',
  kind: 'submit',
  roles: ['registrar', 'manager', 'supplier'],
  command: accountStandingCommand,
  result: account,
});

/** @throws DomainError NOT_AUTHORISED, ACCOUNT_NOT_FOUND, STATE_CONFLICT when it is not suspended */
export function decideReinstateAccount(
  caller: Caller,
  command: AccountStandingCommand,
  stored: Account | undefined,
): Decision<Account> {
  const current = requireMayJudge(caller, command.account, stored);
  if (current.status === 'active') {
    if (current.reason === command.reason) return exists(current);
    throw new DomainError('STATE_CONFLICT', `${current.id} is active`);
  }
  requireMayLift(caller, current.suspendedBy);
  const value: Account = { ...current, status: 'active', reason: command.reason, suspendedBy: undefined };
  return done(value, [{ type: 'account', value }]);
}
