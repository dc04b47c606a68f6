import { epochSeconds } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import {
  changeWebhook,
  createWebhook,
  ownWebhook,
  ownWebhooks,
  webhookDeliveries,
  type WebhookChange,
} from '../services/webhooks.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { EVENT_TYPES, eventId } from './events.ts';
import { read } from './read.ts';

const tag = 'Events';
const MS_PER_SECOND = 1000;
const params = z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/) });
const types = z.array(z.enum(EVENT_TYPES)).min(1).max(EVENT_TYPES.length);

const webhook = z.strictObject({
  id: params.shape.id,
  url: z.string(),
  types: types.nullable().describe('Types of records; null for all'),
  status: z.enum(['active', 'suspended']),
  reason: z
    .string()
    .nullable()
    .describe(
      'Why it is suspended: `OWNER`; `UNREACHABLE` for a day; or the code that its account is refused with',
    ),
  cursor: eventId.describe('Everything up to this event has been delivered, or was none for it'),
  failures: z.int().min(0).describe('Deliveries that failed since the last one that did not'),
  createdAt: epochSeconds,
});

const createRequest = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .describe('https, on the Internet'),
  types: types.optional().describe('Only changes of records of these types'),
  after: eventId
    .optional()
    .describe('Begin behind this event; `0.0.0` begins with the ledger. Default: what happens from now on'),
});

const delivery = z.strictObject({
  firstEvent: eventId,
  lastEvent: eventId,
  events: z.int().min(1).describe('How many'),
  attempt: z.int().min(1),
  at: epochSeconds,
  durationMs: z.int().min(0),
  status: z.int().nullable().describe('HTTP status of the answer; null without one'),
  error: z.string().nullable().describe('Null for a delivery that was taken'),
});

function viewOf({ id, url, types: wanted, status, reason, cursor, failures, createdAt }: StoredWebhook) {
  const created = Math.floor(createdAt / MS_PER_SECOND);
  return { id, url, types: wanted as Types | null, status, reason, cursor, failures, createdAt: created };
}
type StoredWebhook = Awaited<ReturnType<typeof ownWebhook>>;
type Types = z.output<typeof types>;

export const webhooks: readonly Endpoint[] = [
  {
    operationId: 'createWebhook',
    method: 'post',
    path: '/webhooks',
    tag,
    summary: 'Have events sent',
    description:
      'Up to 100 events at once are POSTed as `{"webhook": id, "events": [...]}`, in the order of the ledger and at least once: know them by their ids. The header `Commonwatt-Signature: t=<epoch seconds>,v1=<hex>` is the HMAC-SHA256 of `<t>.<body>` under the secret, which only this answer tells. Anything but a 2xx within 10 s is a failure, and tried again with growing pauses for a day. At most ten for an account.',
    access: 'caller',
    scopes: ['manage'],
    params: NOTHING,
    query: NOTHING,
    body: { json: createRequest },
    answers: {
      201: {
        description: 'The webhook and its secret',
        schema: webhook.extend({ secret: z.string().describe('The key of the HMAC, as text') }),
      },
    },
    codes: ['STATE_CONFLICT', 'EXISTS_WITH_DIFFERENT_CONTENT'],
    respond: async (services, { principal, body, idempotencyKey }) => {
      const { url, types: wanted = null, after } = body as z.output<typeof createRequest>;
      const request = { url, types: wanted, after };
      const made = await createWebhook(services, principal as Caller, idempotencyKey, request);
      return { status: 201, body: { ...viewOf(made.webhook), secret: made.secret } };
    },
  },
  read({
    operationId: 'listWebhooks',
    path: '/webhooks',
    tag,
    summary: 'Own webhooks',
    answer: z.strictObject({ items: z.array(webhook) }),
    read: async (services, caller) => ({ items: (await ownWebhooks(services, caller)).map(viewOf) }),
  }),
  read({
    operationId: 'getWebhook',
    path: '/webhooks/{id}',
    tag,
    summary: 'One of the own webhooks',
    params,
    answer: webhook,
    read: async (services, caller, request) => viewOf(await ownWebhook(services, caller, request.params.id)),
  }),
  read({
    operationId: 'listWebhookDeliveries',
    path: '/webhooks/{id}/deliveries',
    tag,
    summary: 'What became of the last 200 deliveries, newest first',
    params,
    answer: z.strictObject({ items: z.array(delivery) }),
    read: async (services, caller, request) => {
      const found = await webhookDeliveries(services, caller, request.params.id);
      return { items: found.map(({ at, ...rest }) => ({ ...rest, at: Math.floor(at / MS_PER_SECOND) })) };
    },
  }),
  changing('suspend', 'suspensions', 'Send nothing for now'),
  changing('resume', 'resumptions', 'Go on where it stopped'),
  changing('remove', 'removals', 'Forget a webhook and its deliveries'),
];

function changing(change: WebhookChange, noun: string, summary: string): Endpoint {
  return {
    operationId: `${change}Webhook`,
    method: 'post',
    path: `/webhooks/{id}/${noun}`,
    tag,
    summary,
    access: 'caller',
    scopes: ['manage'],
    params,
    query: NOTHING,
    body: { json: NOTHING },
    answers: { 201: { description: 'The webhook', schema: webhook } },
    codes: ['NOT_FOUND'],
    respond: async (services, { principal, params: given }) => {
      const { id } = given as z.output<typeof params>;
      return { status: 201, body: viewOf(await changeWebhook(services, principal as Caller, id, change)) };
    },
  };
}
