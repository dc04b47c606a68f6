import { epochSeconds } from '@commonwatt/chaincode/domain';
import type { Response } from 'express';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { requireActive } from '../services/active-account.ts';
import {
  ChangeSignal,
  endOfBlock,
  EVENT_ID,
  eventsAfter,
  formatEventId,
  parseEventId,
  type EventPosition,
} from '../services/event-feed.ts';
import { eventView } from '../services/event-view.ts';
import type { Services } from '../services/services.ts';
import { EVENT_STREAM_CONTENT, NOTHING, type Endpoint } from './endpoint.ts';
import { EventStreamWriter } from './event-stream.ts';
import { several } from './list.ts';

/** Between signs of life, and between looks at whether the account is still active. */
const HEARTBEAT_MS = 15_000;
/** A longer stream would outlive its token. */
const LONGEST_MS = 600_000;

export const eventId = z
  .string()
  .regex(EVENT_ID, 'must be <block>.<transaction>.<change>')
  .describe('`<block>.<transaction>.<change>`');

export const EVENT_TYPES = [
  'organisation',
  'account',
  'point',
  'device',
  'block',
  'scheme',
  'proposal',
  'issuance',
  'cursor',
  'batch',
  'holding',
  'transfer',
  'retirement',
  'coin',
  'payment',
  'hold',
  'offer',
  'bid',
  'trade',
] as const;
export const eventTypes = several(z.enum(EVENT_TYPES)).describe('Only changes of records of these types');

export const event = z.strictObject({
  id: eventId,
  type: z.enum(EVENT_TYPES),
  record: z.string().describe('Id of the record that is new or has changed; of a coin also: that was spent'),
  transactionId: z.string(),
  at: epochSeconds.describe('Time of the transaction'),
  method: z.string().nullable(),
});

const query = z.strictObject({
  after: eventId
    .optional()
    .describe(
      'Id of the last event seen, for clients that cannot send `Last-Event-ID`, which goes before it; `0.0.0` begins with the ledger. Without either: what happens from now on',
    ),
  type: eventTypes,
});
const headers = z.strictObject({
  'Last-Event-ID': eventId.optional().describe('Id of the last event seen'),
});

export const events: readonly Endpoint[] = [
  {
    operationId: 'streamEvents',
    method: 'get',
    path: '/events',
    tag: 'Events',
    summary: 'What changes on the ledger, as server-sent events',
    description:
      "An event for every change of a record that the caller may list, once and in the ledger's order; `data` of each is JSON of this schema. Ids are the same at every gateway. A comment with the newest id comes every 15 s of silence. The stream ends after ten minutes, or when its client takes nothing for 30 s: connect again with the last id.",
    access: 'caller',
    scopes: ['read'],
    params: NOTHING,
    query,
    headers,
    body: null,
    answers: {
      200: { description: 'The stream', schema: event, content: EVENT_STREAM_CONTENT },
    },
    codes: [],
    respond: (services, received) => {
      const asked = received.query as z.output<typeof query>;
      const last = (received.headers as z.output<typeof headers>)['Last-Event-ID'] ?? asked.after;
      const caller = received.principal as Caller;
      const controller = services.eventStreams.begin(caller.account);
      const after =
        last === undefined ? endOfBlock(services.ledger.projection.blockNumber) : parseEventId(last);
      const stream = (response: Response) =>
        streamEvents(services, caller, { after, types: asked.type ?? null }, response, controller);
      return Promise.resolve({ status: 200, stream });
    },
  },
];

/** Reads a page of events, writes it, and only then the next: what a slow client has not taken is not in memory. */
async function streamEvents(
  services: Services,
  caller: Caller,
  asked: { readonly after: EventPosition; readonly types: readonly string[] | null },
  response: Response,
  controller: AbortController,
): Promise<void> {
  const { signal } = controller;
  const changes = new ChangeSignal(services, signal);
  const endsAt = Date.now() + LONGEST_MS;
  try {
    const writer = new EventStreamWriter(response, controller);
    let { after } = asked;
    let heartbeatAt = 0;
    while (!signal.aborted && Date.now() < endsAt) {
      const seen = await eventsAfter(services, caller, after, asked.types);
      for (const next of seen.events) await writer.event(formatEventId(next.position), eventView(next));
      after = seen.upTo;
      if (Date.now() >= heartbeatAt) {
        await writer.heartbeat(formatEventId(after));
        await requireActive(services, caller);
        heartbeatAt = Date.now() + HEARTBEAT_MS;
      }
      if (seen.isLast) await changes.next(Math.max(0, heartbeatAt - Date.now()));
    }
    response.end();
  } finally {
    changes.stop();
    services.eventStreams.end(controller);
  }
}
