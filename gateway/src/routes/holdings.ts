import {
  accountId,
  batch,
  assetId,
  holding,
  mspId,
  outputId,
  requestId,
  schemeRef,
  unitIndex,
  vintage,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';
import { schemeKey } from './scheme-key.ts';

const tag = 'Certificates';
const owned = { owner: accountId.optional(), organisation: mspId.optional(), scheme: schemeKey.optional() };

const certificateBalance = z.strictObject({
  account: accountId,
  scheme: schemeRef,
  unitWh: z.int().min(1),
  free: z.int().min(0).describe('Units'),
  offered: z.int().min(0).describe('Units'),
  retired: z.int().min(0).describe('Units'),
});

export const holdings: readonly Endpoint[] = [
  list({
    operationId: 'listBatches',
    path: '/batches',
    tag,
    summary: 'Batches: certificates issued together, with the readings that they come from',
    filter: {
      ...owned,
      issuance: requestId.optional(),
      device: assetId.optional(),
      vintage: vintage.optional(),
    },
    item: batch,
    sorts: ['vintage'],
    list: ({ ledger }, { filter, page }) => ledger.readModel.batches.list(filter, page),
  }),
  read({
    operationId: 'getBatch',
    path: '/batches/{id}',
    tag,
    summary: 'One batch',
    params: z.strictObject({ id: outputId }),
    answer: batch,
    read: ({ ledger }, _caller, request) => ledger.readModel.batches.find(request.params.id),
  }),
  list({
    operationId: 'listHoldings',
    path: '/holdings',
    tag,
    summary: 'Holdings: ranges of units of a batch in one hand',
    filter: {
      ...owned,
      state: several(z.enum(['free', 'offered', 'retired'])),
      batch: outputId.optional(),
      offer: requestId.optional(),
      retirement: requestId.optional(),
      vintage: vintage.optional(),
    },
    item: holding,
    sorts: ['vintage'],
    list: ({ ledger }, { filter, page }) => ledger.readModel.holdings.list(filter, page),
  }),
  read({
    operationId: 'getHolding',
    path: '/holdings/{batch}/{start}',
    tag,
    summary: 'One holding',
    params: z.strictObject({ batch: outputId, start: unitIndex }),
    answer: holding,
    read: ({ ledger }, _caller, request) =>
      ledger.readModel.holdings.find(`${request.params.batch}/${request.params.start}`),
  }),
  list({
    operationId: 'listCertificateBalances',
    path: '/certificate-balances',
    tag,
    summary: 'Units by account, scheme and state',
    filter: owned,
    item: certificateBalance,
    orderedBy: 'account',
    list: ({ ledger }, { filter, page }) => ledger.readModel.holdings.balances(filter, page),
  }),
];
