import { z } from 'zod';
import { type Counterparties, requireActive } from '../account/counterparty';
import { type Decision, done } from '../decision';
import { DomainError } from '../error-code';
import { idempotencyKey, requestId, text } from '../identifier';
import type { Role } from '../identity/role';
import { defineMethod } from '../method';
import type { Consortium } from '../organisation/organisation';
import { sumMoney } from '../quantity';
import type { Request } from '../request';
import { type Coin, coinIds, type Payment, payment } from './coin';
import { coinIdOf, leftAfter, newCoin, requireCoins, spent } from './spend';

/** Who may have money and move it. */
export const MONEY_ROLES: readonly Role[] = ['member', 'manager', 'buyer', 'supplier', 'treasurer'];

export const payCommand = z.strictObject({
  idempotencyKey,
  coins: coinIds,
  outputs: payment.shape.outputs,
  reference: text.optional(),
});
export type PayCommand = z.infer<typeof payCommand>;

export const payMoney = defineMethod({
  name: 'money:pay',
  kind: 'submit',
  roles: MONEY_ROLES,
  command: payCommand,
  result: z.strictObject({ id: requestId }),
  intent: ({ outputs, reference }, account) => {
    const toOthers = outputs.filter((output) => output.account !== account);
    return { outputs: toOthers.length > 0 ? toOthers : outputs, reference };
  },
});

export interface PayRecords {
  readonly consortium: Consortium;
  readonly recipients: Counterparties;
  /** For each coin named. */
  readonly coins: readonly (Coin | undefined)[];
}

/**
 * Spends coins of the caller and makes new ones of the same sum: a payment, or a merge when all go to the caller.
 * @throws DomainError ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, COIN_NOT_FOUND, COIN_FOREIGN,
 * COIN_HELD, FUNDS_INSUFFICIENT, COINS_UNBALANCED
 */
export function decidePayMoney(
  { id, account, at, commandHash }: Request,
  { coins: inputs, outputs, reference }: PayCommand,
  records: PayRecords,
): Decision<{ id: string }> {
  requireActive(records.recipients, records.consortium);
  const coins = requireCoins(inputs, records.coins, account);
  const left = leftAfter(coins, sumMoney(outputs.map(({ amount }) => amount)));
  if (left !== '0') throw new DomainError('COINS_UNBALANCED', `${left} left over`);
  const value: Payment = { v: 1, id, from: account, inputs, outputs, reference, at, commandHash };
  return done({ id }, [
    { type: 'payment', value },
    ...spent(inputs),
    ...outputs.flatMap((output, index) => newCoin(coinIdOf(id, index), output.account, output.amount)),
  ]);
}
