import { z } from 'zod';
import { Problem } from '../problem/problem.ts';
import { WAIT_MS, waitQuery, type WaitQuery } from './command.ts';
import type { Endpoint } from './endpoint.ts';
import { operationView, viewOf } from './operation-view.ts';

const params = z.strictObject({ id: z.string().min(1).max(100) });

export const operations: readonly Endpoint[] = [
  {
    operationId: 'getOperation',
    method: 'get',
    path: '/operations/{id}',
    tag: 'Operations',
    summary: 'What became of an own command',
    description:
      'With `?wait=commit` the answer comes when it is committed or has failed, at most 60 s later.',
    access: 'principal',
    params,
    query: waitQuery,
    body: null,
    answers: { 200: { description: 'The operation', schema: operationView } },
    codes: ['NOT_FOUND'],
    respond: async ({ ledger: { commands } }, { principal, params: given, query }) => {
      const { id } = given as z.output<typeof params>;
      const { wait } = query as WaitQuery;
      const operation = await (wait === undefined ? commands.find(id) : commands.wait(id, WAIT_MS));
      // Another's operation is none: its id alone tells nothing.
      if (operation === undefined || operation.account !== principal?.account)
        throw new Problem('NOT_FOUND', `operation ${id}`);
      return { status: 200, body: viewOf(operation), operation };
    },
  },
];
