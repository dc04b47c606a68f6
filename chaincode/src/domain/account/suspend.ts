import { done, exists, type Decision } from '../decision';
import { DomainError } from '../error-code';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import { account, type Account } from './account';
import { accountStandingCommand, requireMayJudge, type AccountStandingCommand } from './standing';

export const suspendAccount = defineMethod({
  name: 'accounts:suspend',
  kind: 'submit',
  roles: ['registrar', 'manager', 'supplier'],
  command: accountStandingCommand,
  result: account,
});

/** @throws DomainError NOT_AUTHORISED, ACCOUNT_NOT_FOUND, STATE_CONFLICT when somebody else suspended it */
export function decideSuspendAccount(
  caller: Caller,
  command: AccountStandingCommand,
  stored: Account | undefined,
): Decision<Account> {
  const current = requireMayJudge(caller, command.account, stored);
  if (current.status === 'suspended') {
    if (current.suspendedBy === caller.account && current.reason === command.reason) return exists(current);
    throw new DomainError('STATE_CONFLICT', `${current.id} is suspended`);
  }
  const value: Account = {
    ...current,
    status: 'suspended',
    reason: command.reason,
    suspendedBy: caller.account,
  };
  return done(value, [{ type: 'account', value }]);
}
