import { accountId, mspId, requestId, retirement, text } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { retire, retireRequest } from '../services/retire.ts';
import { command } from './command.ts';
import type { Endpoint } from './endpoint.ts';
import { list } from './list.ts';
import { read } from './read.ts';
import { schemeKey } from './scheme-key.ts';

const tag = 'Certificates';

export const retirements: readonly Endpoint[] = [
  list({
    operationId: 'listRetirements',
    path: '/retirements',
    tag,
    summary: 'Retirements: certificates used for good',
    filter: {
      owner: accountId.optional(),
      organisation: mspId.optional(),
      scheme: schemeKey.optional(),
      purpose: text.optional(),
      beneficiary: accountId.optional(),
    },
    item: retirement,
    list: ({ ledger }, { filter, page }) => ledger.readModel.retirements.list(filter, page),
  }),
  read({
    operationId: 'getRetirement',
    path: '/retirements/{id}',
    tag,
    summary: 'One retirement',
    params: z.strictObject({ id: requestId }),
    answer: retirement,
    read: ({ ledger }, _caller, request) => ledger.readModel.retirements.find(request.params.id),
  }),
  command({
    operationId: 'retire',
    path: '/retirements',
    tag,
    scope: 'trade',
    summary: 'Use own certificates for good',
    description:
      'So many `units`, oldest vintage first, or the named `pieces`; provisional ones cannot be retired yet.',
    body: retireRequest,
    method: 'certificates:retire',
    codes: [
      'NOT_FOUND',
      'HOLDING_CHANGED',
      'HOLDING_FOREIGN',
      'CERTIFICATE_EXPIRED',
      'CERTIFICATE_PROVISIONAL',
      'SCHEME_MIXED',
      'PURPOSE_UNKNOWN',
      'BENEFICIARY_REQUIRED',
    ],
    submission: (services, caller, { body, idempotencyKey }) =>
      retire(services, caller, idempotencyKey, body),
  }),
];
