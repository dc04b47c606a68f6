import { z } from 'zod';
import { type Counterparties, requireActive } from '../account/counterparty';
import type { Holding } from '../certificate/holding';
import { type Decision, done } from '../decision';
import { DomainError } from '../error-code';
import { idempotencyKey, requestId } from '../identifier';
import { defineMethod } from '../method';
import { type Coin, coinIdsOrNone } from '../money/coin';
import { coinIdOf, newCoin, payFrom, spent } from '../money/spend';
import type { Consortium } from '../organisation/organisation';
import { cost, units } from '../quantity';
import type { Request } from '../request';
import { deliver, requireOnOffer } from './delivery';
import { TRADE_ROLES } from './offer';
import type { Offer, Trade } from './trade';

export const acceptOfferCommand = z.strictObject({
  idempotencyKey,
  offer: requestId,
  units,
  /** None for a price of 0. */
  coins: coinIdsOrNone,
});
export type AcceptOfferCommand = z.infer<typeof acceptOfferCommand>;

export const acceptOffer = defineMethod({
  name: 'trades:acceptOffer',
  kind: 'submit',
  roles: TRADE_ROLES,
  command: acceptOfferCommand,
  result: z.strictObject({ id: requestId }),
  intent: (command) => ({ offer: command.offer, units: command.units }),
});

export interface AcceptOfferRecords {
  readonly consortium: Consortium;
  readonly offer: Offer | undefined;
  readonly seller: Counterparties;
  /** For each of `piecesToDeliver`. */
  readonly holdings: readonly (Holding | undefined)[];
  /** For each coin named. */
  readonly coins: readonly (Coin | undefined)[];
}

/**
 * Buys units from the front of an offer at its price: certificates and money change hands together. Coin (id, 0) goes
 * to the seller, coin (id, 1) is the change.
 * @throws DomainError ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, NOT_FOUND, CERTIFICATE_EXPIRED,
 * COIN_NOT_FOUND, COIN_FOREIGN, COIN_HELD, FUNDS_INSUFFICIENT, COINS_UNBALANCED, OFFER_CLOSED, OFFER_CHANGED,
 * EXPIRY_PASSED, OWN_OFFER
 */
export function decideAcceptOffer(
  { id, account, at, commandHash }: Request,
  command: AcceptOfferCommand,
  { consortium, offer, seller, holdings, coins }: AcceptOfferRecords,
): Decision<{ id: string }> {
  if (offer === undefined) throw new DomainError('NOT_FOUND', `offer ${command.offer}`);
  requireActive(seller, consortium);
  const delivery = deliver(offer, holdings, { units: command.units, buyer: account, at });
  const amount = cost(offer.price, command.units, offer.unitWh);
  const change = payFrom(command.coins, coins, account, amount);
  requireOnOffer(offer, command.units);
  if (offer.expiresAt <= at) throw new DomainError('EXPIRY_PASSED', offer.expiresAt.toString());
  if (offer.seller === account) throw new DomainError('OWN_OFFER', offer.id);
  const value: Trade = {
    v: 1,
    id,
    offer: offer.id,
    seller: offer.seller,
    buyer: account,
    scheme: offer.scheme,
    pieces: [...delivery.pieces],
    units: command.units,
    price: offer.price,
    amount,
    at,
    commandHash,
  };
  return done({ id }, [
    { type: 'trade', value },
    ...delivery.changes,
    ...spent(command.coins),
    ...newCoin(coinIdOf(id, 0), offer.seller, amount),
    ...newCoin(coinIdOf(id, 1), account, change),
  ]);
}
