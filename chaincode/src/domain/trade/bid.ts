import { z } from 'zod';
import { type Counterparties, requireActive } from '../account/counterparty';
import type { Change } from '../change';
import { type Decision, done } from '../decision';
import { DomainError } from '../error-code';
import { idempotencyKey, requestId } from '../identifier';
import { defineMethod } from '../method';
import { type Coin, coinIdsOrNone } from '../money/coin';
import { coinIdOf, newCoin, payFrom, spent } from '../money/spend';
import type { Consortium } from '../organisation/organisation';
import { cost, epochSeconds, price, units } from '../quantity';
import type { Request } from '../request';
import { requireOnOffer } from './delivery';
import { TRADE_ROLES } from './offer';
import type { Bid, Offer } from './trade';

export const bidCommand = z.strictObject({
  idempotencyKey,
  offer: requestId,
  units,
  price,
  /** None for a price of 0. */
  coins: coinIdsOrNone,
  expiresAt: epochSeconds,
});
export type BidCommand = z.infer<typeof bidCommand>;

export const bidForCertificates = defineMethod({
  name: 'trades:bid',
  kind: 'submit',
  roles: TRADE_ROLES,
  command: bidCommand,
  result: z.strictObject({ id: requestId }),
  intent: (command) => ({
    offer: command.offer,
    units: command.units,
    price: command.price,
    expiresAt: command.expiresAt,
  }),
});

export interface BidRecords {
  readonly consortium: Consortium;
  readonly offer: Offer | undefined;
  readonly seller: Counterparties;
  /** For each coin named. */
  readonly coins: readonly (Coin | undefined)[];
}

/**
 * Bids another price for units of an open offer, with the money held: coin (id, 0) is held, coin (id, 1) the change.
 * @throws DomainError ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, NOT_FOUND, COIN_NOT_FOUND,
 * COIN_FOREIGN, COIN_HELD, FUNDS_INSUFFICIENT, COINS_UNBALANCED, OFFER_CLOSED, OFFER_CHANGED, EXPIRY_PASSED, OWN_OFFER
 */
export function decideBidForCertificates(
  { id, account, at, commandHash }: Request,
  command: BidCommand,
  { consortium, offer, seller, coins }: BidRecords,
): Decision<{ id: string }> {
  if (offer === undefined) throw new DomainError('NOT_FOUND', `offer ${command.offer}`);
  requireActive(seller, consortium);
  const amount = cost(command.price, command.units, offer.unitWh);
  const change = payFrom(command.coins, coins, account, amount);
  requireOnOffer(offer, command.units);
  const expiry = Math.min(command.expiresAt, offer.expiresAt);
  if (expiry <= at) throw new DomainError('EXPIRY_PASSED', expiry.toString());
  if (offer.seller === account) throw new DomainError('OWN_OFFER', offer.id);
  const value: Bid = {
    v: 1,
    id,
    offer: offer.id,
    buyer: account,
    units: command.units,
    price: command.price,
    amount,
    expiresAt: command.expiresAt,
    status: 'open',
    at,
    commandHash,
  };
  return done({ id }, [
    { type: 'bid', value },
    ...spent(command.coins),
    ...newCoin(heldCoinOf(id), account, amount, { kind: 'held', by: 'bid', id }),
    ...newCoin(coinIdOf(id, 1), account, change),
  ]);
}

/** The money of an open bid, spent; a bid at price 0 holds none. */
export function spendHeld(bid: Bid): Change[] {
  return bid.amount === '0' ? [] : spent([heldCoinOf(bid.id)]);
}

/** The money of an open bid, free again. */
export function returnHeld(bid: Bid): Change[] {
  return newCoin(heldCoinOf(bid.id), bid.buyer, bid.amount);
}

function heldCoinOf(bid: string): string {
  return coinIdOf(bid, 0);
}
