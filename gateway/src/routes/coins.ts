import { accountId, coin, money, mspId } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { mergeCoins, mergeCoinsRequest } from '../services/merge-coins.ts';
import { visibleOwners } from '../services/visibility.ts';
import { command } from './command.ts';
import type { Endpoint } from './endpoint.ts';
import { list } from './list.ts';

const tag = 'Money';
const owned = { owner: accountId.optional(), organisation: mspId.optional() };

const balance = z.strictObject({ account: accountId, free: money, held: money, coins: z.int().min(0) });

export const coins: readonly Endpoint[] = [
  list({
    operationId: 'listCoins',
    path: '/coins',
    tag,
    summary: 'Unspent coins: own ones; treasurer, registrar and auditor see all',
    filter: { ...owned, state: z.enum(['free', 'held']).optional() },
    item: coin,
    sorts: ['amount'],
    codes: ['NOT_AUTHORISED'],
    list: ({ ledger }, { caller, filter, page }) =>
      ledger.readModel.coins.list({ ...filter, ...visibleOwners(caller, 'money', filter) }, page),
  }),
  list({
    operationId: 'listBalances',
    path: '/balances',
    tag,
    summary: 'Money by account: the own; treasurer, registrar and auditor see all',
    filter: owned,
    item: balance,
    orderedBy: 'account',
    codes: ['NOT_AUTHORISED'],
    list: ({ ledger }, { caller, filter, page }) =>
      ledger.readModel.coins.balances({ ...filter, ...visibleOwners(caller, 'money', filter) }, page),
  }),
  command({
    operationId: 'mergeCoins',
    path: '/coin-merges',
    tag,
    scope: 'trade',
    summary: 'Join the smallest own coins, up to a hundred, into one',
    body: mergeCoinsRequest,
    method: 'money:pay',
    codes: ['STATE_CONFLICT'],
    submission: (services, caller, { idempotencyKey }) => mergeCoins(services, caller, idempotencyKey),
  }),
];
