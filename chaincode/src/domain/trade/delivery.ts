import { type Holding, type Piece, sumUnits } from '../certificate/holding';
import { requireCuts, requireUnexpired, splitAll, takeFront } from '../certificate/pieces';
import type { Change } from '../change';
import { DomainError } from '../error-code';
import type { EpochSeconds } from '../quantity';
import type { Offer } from './trade';

/** What a sale takes from the front of an offer. */
export interface Delivery {
  readonly pieces: readonly Piece[];
  /** The buyer's and the seller's holdings, and the offer with what is left of it. */
  readonly changes: readonly Change[];
}

/** The pieces that a sale of `units` units takes, as far as the offer goes: their holdings are needed to deliver. */
export function piecesToDeliver(offer: Offer, units: number): Piece[] {
  return takeFront(offer.pieces, units).taken;
}

/**
 * Hands the first `units` units of an offer to the buyer; the last of them fill the offer. The caller makes sure with
 * {@link requireOnOffer} that there are so many.
 * @param holdings for each of {@link piecesToDeliver}
 * @throws DomainError HOLDING_CHANGED, HOLDING_FOREIGN, CERTIFICATE_EXPIRED
 */
export function deliver(
  offer: Offer,
  holdings: readonly (Holding | undefined)[],
  { units, buyer, at }: { readonly units: number; readonly buyer: string; readonly at: EpochSeconds },
): Delivery {
  const { taken, left } = takeFront(offer.pieces, units);
  const cuts = requireCuts(taken, holdings, { owner: offer.seller, offer: offer.id });
  requireUnexpired(cuts, at);
  const status = left.length === 0 ? 'filled' : 'open';
  return {
    pieces: taken,
    changes: [
      { type: 'offer', value: { ...offer, pieces: left, status } },
      ...splitAll(cuts, { owner: buyer, state: { kind: 'free' } }),
    ],
  };
}

/** @throws DomainError OFFER_CLOSED, OFFER_CHANGED */
export function requireOnOffer(offer: Offer, units: number): void {
  if (offer.status !== 'open') throw new DomainError('OFFER_CLOSED', `the offer is ${offer.status}`);
  const left = sumUnits(offer.pieces);
  if (left < units) throw new DomainError('OFFER_CHANGED', `${left} units left`);
}

/** What was locked by an offer, free again. */
export function freePieces(offer: Offer, holdings: readonly (Holding | undefined)[]): Change[] {
  const cuts = requireCuts(offer.pieces, holdings, { owner: offer.seller, offer: offer.id });
  return splitAll(cuts, { state: { kind: 'free' } });
}
