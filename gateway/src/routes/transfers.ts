import { accountId, requestId, transfer as transferRecord } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { transfer, transferRequest } from '../services/transfer.ts';
import { command } from './command.ts';
import type { Endpoint } from './endpoint.ts';
import { list } from './list.ts';
import { read } from './read.ts';

const tag = 'Certificates';

export const transfers: readonly Endpoint[] = [
  list({
    operationId: 'listTransfers',
    path: '/transfers',
    tag,
    summary: 'Transfers of certificates',
    filter: {
      from: accountId.optional(),
      to: accountId.optional(),
      party: accountId.optional().describe('Giver or receiver'),
    },
    item: transferRecord,
    list: ({ ledger }, { filter, page }) => ledger.readModel.transfers.list(filter, page),
  }),
  read({
    operationId: 'getTransfer',
    path: '/transfers/{id}',
    tag,
    summary: 'One transfer',
    params: z.strictObject({ id: requestId }),
    answer: transferRecord,
    read: ({ ledger }, _caller, request) => ledger.readModel.transfers.find(request.params.id),
  }),
  command({
    operationId: 'transfer',
    path: '/transfers',
    tag,
    scope: 'trade',
    summary: 'Give own certificates to another account',
    description: 'So many `units`, oldest vintage first, or the named `pieces`.',
    body: transferRequest,
    method: 'certificates:transfer',
    codes: ['HOLDING_CHANGED', 'HOLDING_FOREIGN'],
    submission: (services, caller, { body, idempotencyKey }) =>
      transfer(services, caller, idempotencyKey, body),
  }),
];
