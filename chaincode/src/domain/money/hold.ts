import { z } from 'zod';
import { type Counterparties, requireActive } from '../account/counterparty';
import { type Decision, done } from '../decision';
import { DomainError } from '../error-code';
import { accountId, idempotencyKey, requestId, text } from '../identifier';
import { defineMethod } from '../method';
import type { Consortium } from '../organisation/organisation';
import { epochSeconds, positiveMoney } from '../quantity';
import type { Request } from '../request';
import { type Coin, coinIds, type Hold } from './coin';
import { MONEY_ROLES } from './pay';
import { coinIdOf, leftAfter, newCoin, requireCoins, spent } from './spend';

export const holdCommand = z.strictObject({
  idempotencyKey,
  coins: coinIds,
  payee: accountId,
  amount: positiveMoney,
  expiresAt: epochSeconds,
  reference: text.optional(),
});
export type HoldCommand = z.infer<typeof holdCommand>;

export const holdMoney = defineMethod({
  name: 'money:hold',
  kind: 'submit',
  roles: MONEY_ROLES,
  command: holdCommand,
  result: z.strictObject({ id: requestId }),
  intent: ({ payee, amount, expiresAt, reference }) => ({ payee, amount, expiresAt, reference }),
});

export interface HoldRecords {
  readonly consortium: Consortium;
  readonly payee: Counterparties;
  /** For each coin named. */
  readonly coins: readonly (Coin | undefined)[];
}

/**
 * Keeps money of the caller for a payee: coin (id, 0) is held, coin (id, 1) the change.
 * @throws DomainError ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, COIN_NOT_FOUND, COIN_FOREIGN,
 * COIN_HELD, FUNDS_INSUFFICIENT, COINS_UNBALANCED, EXPIRY_PASSED
 */
export function decideHoldMoney(
  { id, account, at, commandHash }: Request,
  { coins: inputs, payee, amount, expiresAt, reference }: HoldCommand,
  records: HoldRecords,
): Decision<{ id: string }> {
  requireActive(records.payee, records.consortium);
  const change = leftAfter(requireCoins(inputs, records.coins, account), amount);
  if (expiresAt <= at) throw new DomainError('EXPIRY_PASSED', expiresAt.toString());
  const value: Hold = {
    v: 1,
    id,
    payer: account,
    payee,
    amount,
    expiresAt,
    status: 'open',
    reference,
    at,
    commandHash,
  };
  return done({ id }, [
    { type: 'hold', value },
    ...spent(inputs),
    ...newCoin(heldCoinOf(id), account, amount, { kind: 'held', by: 'hold', id }),
    ...newCoin(coinIdOf(id, 1), account, change),
  ]);
}

/** The coin that a hold keeps while it is open. */
export function heldCoinOf(hold: string): string {
  return coinIdOf(hold, 0);
}
