import { accountId, epochSeconds, offer as offerRecord, requestId } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { acceptOffer, acceptOfferRequest } from '../services/accept-offer.ts';
import { bid, bidRequest } from '../services/bid.ts';
import { offer, offerRequest } from '../services/offer.ts';
import { command, directCommand } from './command.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';
import { schemeKey } from './scheme-key.ts';

const tag = 'Trade';
const params = z.strictObject({ id: requestId });
const BUYING_CODES = [
  'NOT_FOUND',
  'OFFER_CLOSED',
  'OFFER_CHANGED',
  'OWN_OFFER',
  'EXPIRY_PASSED',
  'FUNDS_INSUFFICIENT',
] as const;

export const offers: readonly Endpoint[] = [
  list({
    operationId: 'listOffers',
    path: '/offers',
    tag,
    summary: 'Certificates for sale',
    filter: {
      scheme: schemeKey.optional(),
      seller: accountId.optional(),
      status: several(offerRecord.shape.status),
      expiresUntil: epochSeconds.optional(),
    },
    item: offerRecord,
    sorts: ['price', 'expiresAt'],
    list: ({ ledger }, { filter, page }) => ledger.readModel.offers.list(filter, page),
  }),
  read({
    operationId: 'getOffer',
    path: '/offers/{id}',
    tag,
    summary: 'One offer',
    params,
    answer: offerRecord,
    read: ({ ledger }, _caller, request) => ledger.readModel.offers.find(request.params.id),
  }),
  command({
    operationId: 'offer',
    path: '/offers',
    tag,
    scope: 'trade',
    summary: 'Offer own certificates for sale',
    description:
      'So many `units`, oldest vintage first, or the named `pieces`; they are locked until the offer ends.',
    body: offerRequest,
    method: 'trades:offer',
    codes: [
      'NOT_FOUND',
      'HOLDING_CHANGED',
      'HOLDING_FOREIGN',
      'CERTIFICATE_EXPIRED',
      'SCHEME_MIXED',
      'EXPIRY_PASSED',
    ],
    submission: (services, caller, { body, idempotencyKey }) => offer(services, caller, idempotencyKey, body),
  }),
  command({
    operationId: 'bid',
    path: '/offers/{id}/bids',
    tag,
    scope: 'trade',
    summary: 'Bid for units of an offer; the money is held',
    params,
    body: bidRequest,
    method: 'trades:bid',
    codes: BUYING_CODES,
    submission: (services, caller, request) =>
      bid(services, caller, request.idempotencyKey, { ...request.body, offer: request.params.id }),
  }),
  command({
    operationId: 'acceptOffer',
    path: '/offers/{id}/acceptances',
    tag,
    scope: 'trade',
    summary: 'Buy units of an offer at its price: certificates and money move in one transaction',
    params,
    body: acceptOfferRequest,
    method: 'trades:acceptOffer',
    codes: BUYING_CODES,
    submission: (services, caller, request) =>
      acceptOffer(services, caller, request.idempotencyKey, { ...request.body, offer: request.params.id }),
  }),
  directCommand({
    operationId: 'withdrawOffer',
    path: '/offers/{id}/withdrawals',
    tag,
    scope: 'trade',
    summary: 'Withdraw an own offer',
    params,
    body: NOTHING,
    method: 'trades:withdrawOffer',
    codes: ['NOT_FOUND', 'OFFER_CLOSED'],
    command: (request) => ({ offer: request.params.id }),
  }),
];
