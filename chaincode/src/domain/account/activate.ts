import { z } from 'zod';
import { done, exists, type Decision } from '../decision';
import type { Admission } from '../identity/admit';
import { role } from '../identity/role';
import { defineMethod } from '../method';
import { account, type Account } from './account';

/** Pins the caller's key to its account, as any other command of an account without a key would. */
export const activateAccount = defineMethod({
  name: 'accounts:activate',
  kind: 'submit',
  roles: role.options,
  command: z.strictObject({}),
  result: account,
});

export function decideActivateAccount({ account, pins }: Admission): Decision<Account> {
  return pins ? done(account, [{ type: 'account', value: account }]) : exists(account);
}
