import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { readModelContent, rebuildReadModel } from '../services/read-model-content.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';

const tag = 'Read model';
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const content = z.strictObject({
  blockNumber: z.int().min(-1).describe('Last block in it; -1 before the first'),
  hash: sha256.describe('Over names and hashes of the tables'),
  tables: z.record(z.string(), z.strictObject({ rows: z.int().min(0), hash: sha256 })),
});

/** For whoever runs the gateway: an identity of role gateway. */
export const readModel: readonly Endpoint[] = [
  {
    operationId: 'getReadModel',
    method: 'get',
    path: '/read-model',
    tag,
    summary: 'What the read model holds: the same for every organisation that has read the same blocks',
    access: 'caller',
    scopes: ['read'],
    params: NOTHING,
    query: NOTHING,
    body: null,
    answers: { 200: { description: 'Rows and hashes of its tables', schema: content } },
    codes: ['NOT_AUTHORISED'],
    respond: async (services, { principal }) => ({
      status: 200,
      body: await readModelContent(services, principal as Caller),
    }),
  },
  {
    operationId: 'rebuildReadModel',
    method: 'post',
    path: '/read-model/rebuilds',
    tag,
    summary: 'Build the read model anew from block 0; everything else is unavailable meanwhile',
    access: 'caller',
    scopes: ['manage'],
    needsReadModel: false,
    params: NOTHING,
    query: NOTHING,
    body: { json: NOTHING },
    answers: {
      202: {
        description: 'It has begun; `/readyz` tells when it is over',
        schema: z.strictObject({ toBlock: z.int().min(-1) }),
      },
    },
    codes: ['NOT_AUTHORISED'],
    respond: async (services, { principal }) => ({
      status: 202,
      body: await rebuildReadModel(services, principal as Caller),
    }),
  },
];
