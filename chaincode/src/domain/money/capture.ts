import { z } from 'zod';
import { type Counterparties, requireActive, requireOrganisationsActive } from '../account/counterparty';
import { type Decision, done, exists } from '../decision';
import { DomainError } from '../error-code';
import { requestId } from '../identifier';
import { defineMethod } from '../method';
import type { Consortium } from '../organisation/organisation';
import { compareMoney, positiveMoney, subtractMoney } from '../quantity';
import type { Hold } from './coin';
import { heldCoinOf } from './hold';
import { MONEY_ROLES } from './pay';
import { coinIdOf, newCoin, spent } from './spend';

export const captureCommand = z.strictObject({ hold: requestId, amount: positiveMoney });
export type CaptureCommand = z.infer<typeof captureCommand>;

export const captureHold = defineMethod({
  name: 'money:capture',
  kind: 'submit',
  roles: MONEY_ROLES,
  command: captureCommand,
  result: z.strictObject({ id: requestId }),
});

export interface CaptureRecords {
  readonly consortium: Consortium;
  readonly hold: Hold | undefined;
  readonly payer: Counterparties;
}

/**
 * The payee takes all or part of the money held for it, once; what is left returns to the payer. It may do so while
 * the hold is open, even after the expiry: that only lets the payer end it.
 * @throws DomainError ORGANISATION_SUSPENDED, NOT_AUTHORISED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, NOT_FOUND,
 * STATE_CONFLICT, FUNDS_INSUFFICIENT
 */
export function decideCaptureHold(
  account: string,
  { hold: id, amount }: CaptureCommand,
  { consortium, hold, payer }: CaptureRecords,
): Decision<{ id: string }> {
  if (hold === undefined) throw new DomainError('NOT_FOUND', `hold ${id}`);
  const isPayee = hold.payee === account;
  if (isPayee && hold.status === 'captured' && hold.captured === amount) return exists({ id });
  requireOrganisationsActive([hold.payer], consortium);
  if (!isPayee) throw new DomainError('NOT_AUTHORISED', 'only the payee may capture');
  requireActive(payer, consortium);
  if (hold.status !== 'open') throw new DomainError('STATE_CONFLICT', `the hold is ${hold.status}`);
  if (compareMoney(amount, hold.amount) > 0)
    throw new DomainError('FUNDS_INSUFFICIENT', `${hold.amount} held`);
  return done({ id }, [
    { type: 'hold', value: { ...hold, status: 'captured', captured: amount } },
    ...spent([heldCoinOf(id)]),
    ...newCoin(coinIdOf(id, 2), hold.payee, amount),
    ...newCoin(coinIdOf(id, 3), hold.payer, subtractMoney(hold.amount, amount)),
  ]);
}
