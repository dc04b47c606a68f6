import { accountId, captureCommand, hold as holdRecord, requestId } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { hold, holdRequest } from '../services/hold.ts';
import { requireVisible, visibleParty } from '../services/visibility.ts';
import { command, directCommand } from './command.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';

const tag = 'Money';
const params = z.strictObject({ id: requestId });

export const holds: readonly Endpoint[] = [
  list({
    operationId: 'listHolds',
    path: '/holds',
    tag,
    summary: 'Money kept for a payee: own ones; treasurer, registrar and auditor see all',
    filter: {
      payer: accountId.optional(),
      payee: accountId.optional(),
      party: accountId.optional().describe('Payer or payee'),
      status: several(holdRecord.shape.status),
    },
    item: holdRecord,
    codes: ['NOT_AUTHORISED'],
    list: ({ ledger }, { caller, filter, page }) =>
      ledger.readModel.holds.list({ ...filter, ...visibleParty(caller, filter.party) }, page),
  }),
  read({
    operationId: 'getHold',
    path: '/holds/{id}',
    tag,
    summary: 'One hold',
    params,
    answer: holdRecord,
    codes: ['NOT_AUTHORISED'],
    read: async ({ ledger }, caller, request) => {
      const found = await ledger.readModel.holds.find(request.params.id);
      if (found !== undefined) requireVisible(caller, 'money', [found.payer, found.payee]);
      return found;
    },
  }),
  command({
    operationId: 'hold',
    path: '/holds',
    tag,
    scope: 'trade',
    summary: 'Keep money for a payee until it captures it, or the time is over',
    body: holdRequest,
    method: 'money:hold',
    codes: ['FUNDS_INSUFFICIENT', 'COIN_NOT_FOUND', 'COIN_HELD', 'EXPIRY_PASSED'],
    submission: (services, caller, { body, idempotencyKey }) => hold(services, caller, idempotencyKey, body),
  }),
  directCommand({
    operationId: 'captureHold',
    path: '/holds/{id}/captures',
    tag,
    scope: 'trade',
    summary: 'Take all or part of the money (payee); the rest returns to the payer',
    params,
    body: captureCommand.pick({ amount: true }),
    method: 'money:capture',
    codes: ['NOT_FOUND', 'STATE_CONFLICT', 'FUNDS_INSUFFICIENT'],
    command: (request) => ({ hold: request.params.id, amount: request.body.amount }),
  }),
  directCommand({
    operationId: 'releaseHold',
    path: '/holds/{id}/releases',
    tag,
    scope: 'trade',
    summary: 'Give the money back (payee at any time, payer once the time is over)',
    params,
    body: NOTHING,
    method: 'money:release',
    codes: ['NOT_FOUND', 'STATE_CONFLICT', 'EXPIRY_NOT_REACHED'],
    command: (request) => ({ hold: request.params.id }),
  }),
];
