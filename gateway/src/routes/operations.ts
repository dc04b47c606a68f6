import { z } from 'zod';
import type { Principal } from '../authentication/principal.ts';
import { ROUTE_SCOPES } from '../authentication/scope.ts';
import { Problem } from '../problem/problem.ts';
import type { Operation } from '../services/services.ts';
import { answerOperation, operationAnswers, WAIT_MS, waitQuery, type WaitQuery } from './command.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { operationView, viewOf } from './operation-view.ts';

const params = z.strictObject({ id: z.string().min(1).max(100) });

/** ECDSA in DER has at most 72 bytes on P-256. */
export const signature = z
  .base64()
  .min(8)
  .max(96)
  .describe('ECDSA over SHA-256 of the bytes, DER, with the lower S');
const signRequest = z.strictObject({
  request: z.uuid().describe('Id of the signature request'),
  signature,
});

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
    scopes: ROUTE_SCOPES,
    params,
    query: waitQuery,
    body: null,
    answers: { 200: { description: 'The operation', schema: operationView } },
    codes: ['NOT_FOUND'],
    respond: async (services, { principal, params: given, query }) => {
      const { commands } = services.ledger;
      const { id } = given as z.output<typeof params>;
      const { wait } = query as WaitQuery;
      const found = await commands.find(id);
      // Before anything is waited for: how long an answer takes would tell of another's as well.
      requireOwn(found, principal, id);
      const operation = wait === undefined ? found : ((await commands.wait(id, WAIT_MS)) ?? found);
      return { status: 200, body: viewOf(services, operation), operation };
    },
  },
  {
    operationId: 'signOperation',
    method: 'post',
    path: '/operations/{id}/signatures',
    tag: 'Operations',
    summary: 'Sign what an own operation waits for',
    description:
      'For accounts whose owners keep their keys: first the proposal is signed, then the endorsed transaction, and both anew when the ledger has moved on meanwhile.',
    access: 'caller',
    scopes: ['trade', 'manage'],
    params,
    query: waitQuery,
    body: { json: signRequest },
    answers: operationAnswers(z.unknown()),
    codes: ['NOT_FOUND', 'SIGNATURE_INVALID'],
    respond: async (services, { principal, params: given, query, body }) => {
      const { commands } = services.ledger;
      const { id } = given as z.output<typeof params>;
      const { request, signature: signed } = body as z.output<typeof signRequest>;
      const operation = await commands.find(id);
      requireOwn(operation, principal, id);
      if (!commands.sign(id, request, Buffer.from(signed, 'base64')))
        throw new Problem('SIGNATURE_INVALID', `operation ${id}`);
      return answerOperation(services, operation, query as WaitQuery);
    },
  },
  {
    operationId: 'cancelOperation',
    method: 'post',
    path: '/operations/{id}/cancellations',
    tag: 'Operations',
    summary: 'End an own operation that waits for a signature: it fails, and nothing is written',
    access: 'caller',
    scopes: ['trade', 'manage'],
    params,
    query: NOTHING,
    body: { json: NOTHING },
    answers: { 202: { description: 'The operation is about to fail', schema: operationView } },
    codes: ['NOT_FOUND', 'STATE_CONFLICT'],
    respond: async (services, { principal, params: given }) => {
      const { commands } = services.ledger;
      const { id } = given as z.output<typeof params>;
      const operation = await commands.find(id);
      requireOwn(operation, principal, id);
      if (!commands.cancel(id)) throw new Problem('STATE_CONFLICT', 'the operation waits for no signature');
      return { status: 202, body: viewOf(services, operation), operation };
    },
  },
];

/**
 * Another's operation is none: its id alone tells nothing.
 *
 * @throws Problem NOT_FOUND
 */
function requireOwn(
  operation: Operation | undefined,
  principal: Principal | null,
  id: string,
): asserts operation is Operation {
  if (operation === undefined || operation.account !== principal?.account)
    throw new Problem('NOT_FOUND', `operation ${id}`);
}
