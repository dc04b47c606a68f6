import { epochSeconds, meteredSubject, text } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import {
  API_KEY_SCOPES,
  apiKeyStatus,
  createApiKey,
  createApiKeyRequest,
  listApiKeys,
  ownApiKey,
  revokeApiKey,
} from '../services/api-keys.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { list } from './list.ts';
import { read } from './read.ts';

const tag = 'Accounts';
const MS_PER_SECOND = 1000;
const params = z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/) });
const status = z.enum(['active', 'revoked', 'expired']);

const apiKey = z.strictObject({
  id: params.shape.id,
  name: text,
  account: z.string().describe('Whom it acts for: an account, or `<MSP id>/<kind>.<id>` for a meter'),
  meter: meteredSubject.nullable(),
  scopes: z.array(z.enum(API_KEY_SCOPES)),
  status,
  createdBy: z.string().describe('Account that made it'),
  createdAt: epochSeconds,
  expiresAt: epochSeconds.nullable(),
  revokedAt: epochSeconds.nullable(),
  lastUsedAt: epochSeconds.nullable().describe('To the minute'),
});

type Scopes = z.output<typeof apiKey>['scopes'];

function viewOf(key: Awaited<ReturnType<typeof ownApiKey>>, now: number) {
  const { id, name, account, meter, scopes, createdBy } = key;
  return {
    ...{ id, name, account, meter, createdBy },
    scopes: scopes as Scopes,
    status: apiKeyStatus(key, now),
    createdAt: Math.floor(key.createdAt / MS_PER_SECOND),
    expiresAt: seconds(key.expiresAt),
    revokedAt: seconds(key.revokedAt),
    lastUsedAt: seconds(key.lastUsedAt),
  };
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.floor(ms / MS_PER_SECOND);
}

export const apiKeys: readonly Endpoint[] = [
  {
    operationId: 'createApiKey',
    method: 'post',
    path: '/api-keys',
    tag,
    summary: "Make an API key: one's own, of a meter or collector (manager), of a member (manager, supplier)",
    description:
      'For devices and programs that cannot renew a token. It is sent as `Authorization: Bearer cwk_...`, acts for its subject within its scopes, and can make no other. Only this answer tells it, and only once: the same request again answers `key: null`. The gateway keeps its SHA-256. At most 20 for each subject.',
    access: 'caller',
    scopes: ['manage'],
    params: NOTHING,
    query: NOTHING,
    body: { json: createApiKeyRequest },
    answers: {
      201: {
        description: 'What is known of the key, and the key itself',
        schema: apiKey.extend({
          key: z.string().nullable().describe('`cwk_<id>_<secret>`; null when it was told before'),
        }),
      },
    },
    codes: [
      'NOT_AUTHORISED',
      'NOT_FOUND',
      'EXPIRY_PASSED',
      'STATE_CONFLICT',
      'EXISTS_WITH_DIFFERENT_CONTENT',
    ],
    respond: async (services, { principal, body, idempotencyKey }) => {
      const request = body as z.output<typeof createApiKeyRequest>;
      const made = await createApiKey(services, principal as Caller, idempotencyKey, request);
      return { status: 201, body: { ...viewOf(made.apiKey, services.clock()), key: made.text } };
    },
  },
  list({
    operationId: 'listApiKeys',
    path: '/api-keys',
    tag,
    summary: "Own API keys and those that one has made; of a manager or supplier all of others'",
    filter: { status: status.optional() },
    item: apiKey,
    orderedBy: 'createdAt',
    list: async (services, { caller, filter, page }) => {
      const { items, next } = await listApiKeys(services, caller, filter.status, page);
      return { items: items.map((key) => viewOf(key, services.clock())), next };
    },
  }),
  read({
    operationId: 'getApiKey',
    path: '/api-keys/{id}',
    tag,
    summary: 'One of these API keys',
    params,
    answer: apiKey,
    read: async (services, caller, request) =>
      viewOf(await ownApiKey(services, caller, request.params.id), services.clock()),
  }),
  {
    operationId: 'revokeApiKey',
    method: 'post',
    path: '/api-keys/{id}/revocations',
    tag,
    summary: 'Take an API key away: from the next request on it opens nothing',
    access: 'caller',
    scopes: ['manage'],
    params,
    query: NOTHING,
    body: { json: NOTHING },
    answers: { 201: { description: 'The API key', schema: apiKey } },
    codes: ['NOT_FOUND'],
    respond: async (services, { principal, params: given }) => {
      const { id } = given as z.output<typeof params>;
      const revoked = await revokeApiKey(services, principal as Caller, id);
      return { status: 201, body: viewOf(revoked, services.clock()) };
    },
  },
];
