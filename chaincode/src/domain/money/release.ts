import { z } from 'zod';
import { type Decision, done, exists } from '../decision';
import { DomainError } from '../error-code';
import { requestId } from '../identifier';
import { defineMethod } from '../method';
import type { EpochSeconds } from '../quantity';
import type { Hold } from './coin';
import { heldCoinOf } from './hold';
import { MONEY_ROLES } from './pay';
import { newCoin } from './spend';

export const releaseCommand = z.strictObject({ hold: requestId });
export type ReleaseCommand = z.infer<typeof releaseCommand>;

export const releaseHold = defineMethod({
  name: 'money:release',
  kind: 'submit',
  roles: MONEY_ROLES,
  command: releaseCommand,
  result: z.strictObject({ id: requestId }),
});

/**
 * Ends a hold without payment: the payee at any time, the payer once it has expired.
 * @throws DomainError NOT_AUTHORISED, NOT_FOUND, STATE_CONFLICT, EXPIRY_NOT_REACHED
 */
export function decideReleaseHold(
  { account, at }: { readonly account: string; readonly at: EpochSeconds },
  { hold: id }: ReleaseCommand,
  hold: Hold | undefined,
): Decision<{ id: string }> {
  if (hold === undefined) throw new DomainError('NOT_FOUND', `hold ${id}`);
  if (account !== hold.payee && account !== hold.payer)
    throw new DomainError('NOT_AUTHORISED', 'only payee and payer may release');
  if (hold.status === 'released') return exists({ id });
  if (hold.status !== 'open') throw new DomainError('STATE_CONFLICT', `the hold is ${hold.status}`);
  if (account !== hold.payee && at < hold.expiresAt)
    throw new DomainError('EXPIRY_NOT_REACHED', hold.expiresAt.toString());
  return done({ id }, [
    { type: 'hold', value: { ...hold, status: 'released' } },
    ...newCoin(heldCoinOf(id), hold.payer, hold.amount),
  ]);
}
