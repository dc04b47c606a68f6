import { z } from 'zod';
import type { Holding } from '../certificate/holding';
import { type Decision, done, exists } from '../decision';
import { DomainError } from '../error-code';
import { requestId } from '../identifier';
import { defineMethod } from '../method';
import { freePieces } from './delivery';
import { TRADE_ROLES } from './offer';
import type { Offer } from './trade';

export const withdrawOfferCommand = z.strictObject({ offer: requestId });
export type WithdrawOfferCommand = z.infer<typeof withdrawOfferCommand>;

export const withdrawOffer = defineMethod({
  name: 'trades:withdrawOffer',
  kind: 'submit',
  roles: TRADE_ROLES,
  command: withdrawOfferCommand,
  result: z.strictObject({ id: requestId }),
});

/**
 * The seller ends its offer; what is left of it is free again.
 * @param holdings for each piece of the offer
 * @throws DomainError NOT_AUTHORISED, NOT_FOUND, OFFER_CLOSED
 */
export function decideWithdrawOffer(
  account: string,
  { offer: id }: WithdrawOfferCommand,
  offer: Offer | undefined,
  holdings: readonly (Holding | undefined)[],
): Decision<{ id: string }> {
  if (offer === undefined) throw new DomainError('NOT_FOUND', `offer ${id}`);
  if (offer.seller !== account)
    throw new DomainError('NOT_AUTHORISED', 'only the seller may withdraw an offer');
  if (offer.status === 'withdrawn') return exists({ id });
  if (offer.status !== 'open') throw new DomainError('OFFER_CLOSED', `the offer is ${offer.status}`);
  return done({ id }, [
    { type: 'offer', value: { ...offer, pieces: [], status: 'withdrawn' } },
    ...freePieces(offer, holdings),
  ]);
}
