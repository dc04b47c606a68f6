import { accountId, epochSeconds } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { list } from './list.ts';
import { read } from './read.ts';

const tag = 'Ledger';
const method = z.string().regex(/^[a-z]+:[A-Za-z]+$/);

const transaction = z.strictObject({
  id: z.string(),
  blockNumber: z.int().min(0),
  index: z.int().min(0).describe('Position in its block'),
  at: epochSeconds,
  method: method.nullable().describe('`<contract>:<transaction>`; null when it is none of the chaincode'),
  creator: accountId.or(z.string()).nullable(),
  validationCode: z.int().describe("Fabric's TxValidationCode; 0 is valid"),
  ids: z.array(z.array(z.string()).length(2)).nullable().describe('Type and id of what it changed'),
});

export const transactions: readonly Endpoint[] = [
  list({
    operationId: 'listTransactions',
    path: '/transactions',
    tag,
    summary: 'Transactions of the channel',
    filter: {
      blockNumber: z.int().min(0).optional(),
      method: method.optional(),
      creator: accountId.optional(),
      valid: z.boolean().optional(),
    },
    item: transaction,
    list: ({ ledger }, { filter, page }) => ledger.readModel.transactions.list(filter, page),
  }),
  read({
    operationId: 'getTransaction',
    path: '/transactions/{id}',
    tag,
    summary: 'One transaction',
    params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: transaction,
    read: ({ ledger }, _caller, request) => ledger.readModel.transactions.find(request.params.id),
  }),
];
