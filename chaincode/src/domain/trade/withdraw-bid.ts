import { z } from 'zod';
import { type Decision, done, exists } from '../decision';
import { DomainError } from '../error-code';
import { requestId } from '../identifier';
import { defineMethod } from '../method';
import { returnHeld } from './bid';
import { TRADE_ROLES } from './offer';
import type { Bid } from './trade';

export const withdrawBidCommand = z.strictObject({ bid: requestId });
export type WithdrawBidCommand = z.infer<typeof withdrawBidCommand>;

export const withdrawBid = defineMethod({
  name: 'trades:withdrawBid',
  kind: 'submit',
  roles: TRADE_ROLES,
  command: withdrawBidCommand,
  result: z.strictObject({ id: requestId }),
});

/**
 * The buyer ends its bid; the money held is free again.
 * @throws DomainError NOT_AUTHORISED, NOT_FOUND, BID_CLOSED
 */
export function decideWithdrawBid(
  account: string,
  { bid: id }: WithdrawBidCommand,
  bid: Bid | undefined,
): Decision<{ id: string }> {
  if (bid === undefined) throw new DomainError('NOT_FOUND', `bid ${id}`);
  if (bid.buyer !== account) throw new DomainError('NOT_AUTHORISED', 'only the buyer may withdraw a bid');
  if (bid.status === 'withdrawn') return exists({ id });
  if (bid.status !== 'open') throw new DomainError('BID_CLOSED', `the bid is ${bid.status}`);
  return done({ id }, [{ type: 'bid', value: { ...bid, status: 'withdrawn' } }, ...returnHeld(bid)]);
}
