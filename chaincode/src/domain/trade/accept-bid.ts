import { z } from 'zod';
import { type Counterparties, requireActive, requireOrganisationsActive } from '../account/counterparty';
import type { Holding } from '../certificate/holding';
import { type Decision, done } from '../decision';
import { DomainError } from '../error-code';
import { idempotencyKey, requestId } from '../identifier';
import { defineMethod } from '../method';
import { coinIdOf, newCoin } from '../money/spend';
import type { Consortium } from '../organisation/organisation';
import type { Request } from '../request';
import { spendHeld } from './bid';
import { deliver, requireOnOffer } from './delivery';
import { TRADE_ROLES } from './offer';
import type { Bid, Offer, Trade } from './trade';

export const acceptBidCommand = z.strictObject({ idempotencyKey, bid: requestId });
export type AcceptBidCommand = z.infer<typeof acceptBidCommand>;

export const acceptBid = defineMethod({
  name: 'trades:acceptBid',
  kind: 'submit',
  roles: TRADE_ROLES,
  command: acceptBidCommand,
  result: z.strictObject({ id: requestId }),
});

export interface AcceptBidRecords {
  readonly consortium: Consortium;
  readonly bid: Bid | undefined;
  /** The offer that the bid is for. */
  readonly offer: Offer | undefined;
  readonly buyer: Counterparties;
  /** For each of `piecesToDeliver`. */
  readonly holdings: readonly (Holding | undefined)[];
}

/**
 * The seller takes a bid: certificates and the money held change hands together. Coin (id, 0) goes to the seller.
 * @throws DomainError ORGANISATION_SUSPENDED, NOT_AUTHORISED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, NOT_FOUND,
 * CERTIFICATE_EXPIRED, OFFER_CLOSED, OFFER_CHANGED, BID_CLOSED, EXPIRY_PASSED
 */
export function decideAcceptBid(
  { id, account, at, commandHash }: Request,
  command: AcceptBidCommand,
  { consortium, bid, offer, buyer, holdings }: AcceptBidRecords,
): Decision<{ id: string }> {
  if (bid === undefined || offer === undefined) throw new DomainError('NOT_FOUND', `bid ${command.bid}`);
  requireOrganisationsActive([bid.buyer], consortium);
  if (offer.seller !== account) throw new DomainError('NOT_AUTHORISED', 'only the seller may accept a bid');
  requireActive(buyer, consortium);
  const { units, price, amount } = bid;
  const delivery = deliver(offer, holdings, { units, buyer: bid.buyer, at });
  requireOnOffer(offer, units);
  if (bid.status !== 'open') throw new DomainError('BID_CLOSED', `the bid is ${bid.status}`);
  const expiry = Math.min(bid.expiresAt, offer.expiresAt);
  if (expiry <= at) throw new DomainError('EXPIRY_PASSED', expiry.toString());
  const value: Trade = {
    v: 1,
    id,
    offer: offer.id,
    bid: bid.id,
    seller: account,
    buyer: bid.buyer,
    scheme: offer.scheme,
    pieces: [...delivery.pieces],
    units,
    price,
    amount,
    at,
    commandHash,
  };
  return done({ id }, [
    { type: 'trade', value },
    { type: 'bid', value: { ...bid, status: 'accepted' } },
    ...delivery.changes,
    ...spendHeld(bid),
    ...newCoin(coinIdOf(id, 0), account, amount),
  ]);
}
