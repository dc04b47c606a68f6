import { accountId, requestId, trade } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { list } from './list.ts';
import { read } from './read.ts';
import { schemeKey } from './scheme-key.ts';

const tag = 'Trade';

export const trades: readonly Endpoint[] = [
  list({
    operationId: 'listTrades',
    path: '/trades',
    tag,
    summary: 'Trades: certificates delivered against money',
    filter: {
      scheme: schemeKey.optional(),
      offer: requestId.optional(),
      seller: accountId.optional(),
      buyer: accountId.optional(),
      party: accountId.optional().describe('Seller or buyer'),
    },
    item: trade,
    list: ({ ledger }, { filter, page }) => ledger.readModel.trades.list(filter, page),
  }),
  read({
    operationId: 'getTrade',
    path: '/trades/{id}',
    tag,
    summary: 'One trade',
    params: z.strictObject({ id: requestId }),
    answer: trade,
    read: ({ ledger }, _caller, request) => ledger.readModel.trades.find(request.params.id),
  }),
];
