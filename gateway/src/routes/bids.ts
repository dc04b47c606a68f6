import { accountId, bid as bidRecord, requestId } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { createdBy } from './created-by.ts';
import { directCommand } from './command.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';

const tag = 'Trade';
const params = z.strictObject({ id: requestId });

export const bids: readonly Endpoint[] = [
  list({
    operationId: 'listBids',
    path: '/bids',
    tag,
    summary: 'Bids on offers',
    filter: {
      offer: requestId.optional(),
      buyer: accountId.optional(),
      seller: accountId.optional().describe('Of the offer'),
      status: several(bidRecord.shape.status),
    },
    item: bidRecord,
    sorts: ['price', 'expiresAt'],
    list: ({ ledger }, { filter, page }) => ledger.readModel.bids.list(filter, page),
  }),
  read({
    operationId: 'getBid',
    path: '/bids/{id}',
    tag,
    summary: 'One bid',
    params,
    answer: bidRecord,
    read: ({ ledger }, _caller, request) => ledger.readModel.bids.find(request.params.id),
  }),
  directCommand({
    operationId: 'acceptBid',
    path: '/bids/{id}/acceptances',
    tag,
    scope: 'trade',
    summary: 'Accept a bid on an own offer: certificates and money move in one transaction',
    params,
    body: NOTHING,
    method: 'trades:acceptBid',
    codes: ['NOT_FOUND', 'BID_CLOSED', 'OFFER_CLOSED', 'OFFER_CHANGED', 'EXPIRY_PASSED'],
    command: (request) =>
      createdBy({ body: { bid: request.params.id }, idempotencyKey: request.idempotencyKey }),
  }),
  directCommand({
    operationId: 'withdrawBid',
    path: '/bids/{id}/withdrawals',
    tag,
    scope: 'trade',
    summary: 'Withdraw an own bid; its money is free again',
    params,
    body: NOTHING,
    method: 'trades:withdrawBid',
    codes: ['NOT_FOUND', 'BID_CLOSED'],
    command: (request) => ({ bid: request.params.id }),
  }),
];
