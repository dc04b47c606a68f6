import { z } from 'zod';
import type { Holding } from '../certificate/holding';
import type { Decision } from '../decision';
import { DomainError } from '../error-code';
import { requestId } from '../identifier';
import { role } from '../identity/role';
import { decideEach, type ItemDecision } from '../list';
import { defineMethod } from '../method';
import type { EpochSeconds } from '../quantity';
import { type VerdictList, verdictList } from '../registration/registration';
import { returnHeld } from './bid';
import { freePieces } from './delivery';
import type { Bid, Offer } from './trade';

/** Most offers and bids that one command expires: an offer may have to free 50 holdings. */
const MAX_EXPIRED = 20;

export const expireCommand = z
  .strictObject({ offers: z.array(requestId).max(MAX_EXPIRED), bids: z.array(requestId).max(MAX_EXPIRED) })
  .refine(({ offers, bids }) => offers.length + bids.length > 0, 'must name an offer or a bid')
  .refine(
    ({ offers, bids }) => offers.length + bids.length <= MAX_EXPIRED,
    `may name at most ${MAX_EXPIRED} offers and bids`,
  );
export type ExpireCommand = z.infer<typeof expireCommand>;

export const expireTrades = defineMethod({
  name: 'trades:expire',
  kind: 'submit',
  roles: role.options.filter((name) => name !== 'auditor'),
  command: expireCommand,
  result: verdictList,
});

/** An offer or bid that may have expired, as loaded. */
export type Expiring =
  | {
      readonly kind: 'offer';
      readonly id: string;
      readonly offer: Offer | undefined;
      /** For each piece of the offer. */
      readonly holdings: readonly (Holding | undefined)[];
    }
  | { readonly kind: 'bid'; readonly id: string; readonly bid: Bid | undefined };

/**
 * Ends offers and bids whose time is over; whose they are does not matter. What they locked is free again.
 * @returns a verdict each: NOT_FOUND, OFFER_CLOSED, BID_CLOSED, EXPIRY_NOT_REACHED
 */
export function decideExpireTrades(at: EpochSeconds, items: readonly Expiring[]): Decision<VerdictList> {
  return decideEach(
    items,
    ({ id }) => id,
    (item) =>
      item.kind === 'offer'
        ? expireOffer(at, item.id, item.offer, item.holdings)
        : expireBid(at, item.id, item.bid),
  );
}

function expireOffer(
  at: EpochSeconds,
  id: string,
  offer: Offer | undefined,
  holdings: readonly (Holding | undefined)[],
): ItemDecision {
  if (offer === undefined) throw new DomainError('NOT_FOUND', `offer ${id}`);
  if (offer.status === 'expired') return { outcome: 'exists', changes: [] };
  if (offer.status !== 'open') throw new DomainError('OFFER_CLOSED', `the offer is ${offer.status}`);
  requireReached(at, offer.expiresAt);
  const value: Offer = { ...offer, pieces: [], status: 'expired' };
  return { outcome: 'done', changes: [{ type: 'offer', value }, ...freePieces(offer, holdings)] };
}

function expireBid(at: EpochSeconds, id: string, bid: Bid | undefined): ItemDecision {
  if (bid === undefined) throw new DomainError('NOT_FOUND', `bid ${id}`);
  if (bid.status === 'expired') return { outcome: 'exists', changes: [] };
  if (bid.status !== 'open') throw new DomainError('BID_CLOSED', `the bid is ${bid.status}`);
  requireReached(at, bid.expiresAt);
  return {
    outcome: 'done',
    changes: [{ type: 'bid', value: { ...bid, status: 'expired' } }, ...returnHeld(bid)],
  };
}

function requireReached(at: EpochSeconds, expiresAt: EpochSeconds): void {
  if (at < expiresAt) throw new DomainError('EXPIRY_NOT_REACHED', expiresAt.toString());
}
