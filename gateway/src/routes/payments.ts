import { accountId, payment, requestId } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { pay, payRequest } from '../services/pay.ts';
import { requireVisible, visibleParty } from '../services/visibility.ts';
import { command } from './command.ts';
import type { Endpoint } from './endpoint.ts';
import { list } from './list.ts';
import { read } from './read.ts';

const tag = 'Money';

export const payments: readonly Endpoint[] = [
  list({
    operationId: 'listPayments',
    path: '/payments',
    tag,
    summary: 'Payments: own ones; treasurer, registrar and auditor see all',
    filter: {
      from: accountId.optional(),
      party: accountId.optional().describe('Payer or receiver'),
    },
    item: payment,
    codes: ['NOT_AUTHORISED'],
    list: ({ ledger }, { caller, filter, page }) =>
      ledger.readModel.payments.list({ ...filter, ...visibleParty(caller, filter.party) }, page),
  }),
  read({
    operationId: 'getPayment',
    path: '/payments/{id}',
    tag,
    summary: 'One payment',
    params: z.strictObject({ id: requestId }),
    answer: payment,
    codes: ['NOT_AUTHORISED'],
    read: async ({ ledger }, caller, request) => {
      const found = await ledger.readModel.payments.find(request.params.id);
      if (found !== undefined) {
        requireVisible(caller, 'money', [found.from, ...found.outputs.map((output) => output.account)]);
      }
      return found;
    },
  }),
  command({
    operationId: 'pay',
    path: '/payments',
    tag,
    scope: 'trade',
    summary: 'Pay others',
    description: 'Coins are picked, and change comes back.',
    body: payRequest,
    method: 'money:pay',
    codes: ['FUNDS_INSUFFICIENT', 'COIN_NOT_FOUND', 'COIN_HELD'],
    submission: (services, caller, { body, idempotencyKey }) => pay(services, caller, idempotencyKey, body),
  }),
];
