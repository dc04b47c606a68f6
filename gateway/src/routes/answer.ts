import { idempotencyKey } from '@commonwatt/chaincode/domain';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Principal } from '../authentication/principal.ts';
import { covers } from '../authentication/scope.ts';
import { malformed } from '../problem/from-error.ts';
import { Problem } from '../problem/problem.ts';
import { requireActive } from '../services/active-account.ts';
import type { Services } from '../services/services.ts';
import { BLOCK_NUMBER, MIN_BLOCK_HEADER, MIN_BLOCK_QUERY } from './block-header.ts';
import { CSV_CONTENT, JSON_CONTENT, type Endpoint, type Received } from './endpoint.ts';
import { sendTagged } from './entity-tag.ts';
import type { RateLimiter } from './rate-limit.ts';
import { bodyReader, isStream } from './read-body.ts';
import { takeLines } from './take-lines.ts';
import { textReader } from './parse-text.ts';

/** How long a request waits for the block that it asks for. */
const MIN_BLOCK_WAIT_MS = 10_000;

/** What the log says of a request, besides what HTTP says. */
export interface RequestNotes {
  account?: string;
  operation?: string;
  transactions?: readonly string[];
}

/** In place of an account, of requests that need no token. */
export const ANYONE = 'anyone';

export function notesOf(response: Response): RequestNotes {
  return response.locals as RequestNotes;
}

/**
 * Answers requests to an endpoint. In this order it looks at token, scope, rate, idempotency key, content type, body, shape;
 * the first that is wrong makes the problem.
 */
export function answer(endpoint: Endpoint, services: Services, limitRate: RateLimiter): RequestHandler {
  const readParams = parser('path', endpoint.params);
  const readQuery = parser('query', endpoint.query);
  const readHeaders = endpoint.headers && parser('header', endpoint.headers);
  const readBody = endpoint.body === null ? undefined : bodyReader(endpoint.body);
  return async (request, response) => {
    const principal = await authenticate(endpoint, services, request);
    notesOf(response).account = principal?.account ?? ANYONE;
    await limitRate(request, response);
    const key = endpoint.method === 'post' ? idempotencyKeyOf(request) : '';
    const params = readParams(pathParameters(request, endpoint));
    const { [MIN_BLOCK_QUERY]: minBlock, ...asked } = request.query;
    const query = readQuery(asked);
    const headers = readHeaders?.(headersOf(request, endpoint));
    const content = await readBody?.(request, response);
    const isAsItCame = content instanceof Uint8Array || isStream(content);
    const body = isAsItCame ? content : parse('body', endpoint.body?.json, content);
    if (endpoint.needsReadModel !== false) requireReadModel(services);
    await waitForBlock(services, [minBlock, request.get(MIN_BLOCK_HEADER)]);
    if (endpoint.method === 'get' && principal?.kind === 'caller') await requireActive(services, principal);
    const received: Received = {
      ...{ principal, params, query, headers, body },
      acceptsCsv: acceptsCsv(request, endpoint),
      idempotencyKey: key,
    };
    const reply =
      isStream(content) && endpoint.body?.lines !== undefined
        ? await takeLines(endpoint, services, received, request)
        : await endpoint.respond(services, received);
    if ('stream' in reply) {
      await reply.stream(response);
      return;
    }
    notesOf(response).operation = reply.operation?.id;
    notesOf(response).transactions = reply.operation?.transactionIds;
    response.status(reply.status).set(reply.headers);
    if (endpoint.method === 'get') sendTagged(request, response, reply.body);
    else response.json(reply.body);
  };
}

async function authenticate(
  { access, scopes = [] }: Endpoint,
  { authentication }: Services,
  request: Request,
): Promise<Principal | null> {
  if (access === 'anyone') return null;
  const principal = await authentication.authenticate(request.get('authorization'));
  if (access === 'caller' && principal.kind === 'meter') {
    throw new Problem('SCOPE_MISSING', 'a meter can only deliver readings, and ask for its own head');
  }
  if (!covers(principal.scopes, scopes)) {
    const wanted = ['commonwatt', ...scopes].join(', ');
    throw new Problem('SCOPE_MISSING', `this takes a token of one of the scopes ${wanted}`);
  }
  return principal;
}

function idempotencyKeyOf(request: Request): string {
  const parsed = idempotencyKey.safeParse(request.get('idempotency-key'));
  if (!parsed.success) throw new Problem('IDEMPOTENCY_KEY_MISSING', 'send a header Idempotency-Key');
  return parsed.data;
}

function headersOf(request: Request, { headers }: Endpoint): Record<string, unknown> {
  const given = Object.keys(headers?.shape ?? {}).map((name) => [name, request.get(name)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function acceptsCsv(request: Request, { answers }: Endpoint): boolean {
  // Whoever asks for the head only need not have a whole list read.
  if (answers[200]?.csv !== true || request.method === 'HEAD') return false;
  return request.accepts([JSON_CONTENT, CSV_CONTENT]) === CSV_CONTENT;
}

function pathParameters(request: Request, { slashes }: Endpoint): Record<string, unknown> {
  const given: Record<string, unknown> = { ...request.params };
  // A parameter that may hold slashes comes as the list of its segments.
  return slashes === undefined ? given : { ...given, [slashes]: [given[slashes]].flat().join('/') };
}

function parser(part: string, schema: z.ZodObject): (given: Readonly<Record<string, unknown>>) => unknown {
  const read = textReader(schema);
  return (given) => parse(part, schema, read(given));
}

function parse(part: string, schema: z.ZodType | undefined, content: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(content);
  if (!parsed.success) throw malformed(part, parsed.error);
  return parsed.data;
}

/** What a read model that is being built does not have may be on the ledger all the same. */
function requireReadModel({ ledger: { projection } }: Services): void {
  if (!projection.catchingUp) return;
  const detail = `this gateway is reading the ledger, and has come to block ${projection.blockNumber}`;
  throw new Problem('UNAVAILABLE', detail);
}

/** A client that has just committed reads its own write, also here if it committed elsewhere. */
async function waitForBlock({ ledger }: Services, asked: readonly unknown[]): Promise<void> {
  const blocks = asked.filter((text) => text !== undefined).map(blockNumber);
  if (blocks.length === 0) return;
  const last = Math.max(...blocks);
  if (await ledger.projection.waitForBlock(last, MIN_BLOCK_WAIT_MS)) return;
  throw new Problem('UNAVAILABLE', `this gateway has not read block ${last} yet`);
}

function blockNumber(text: unknown): number {
  if (typeof text === 'string' && BLOCK_NUMBER.test(text)) return Number(text);
  throw new Problem('REQUEST_MALFORMED', `${MIN_BLOCK_QUERY}: must be a block number`);
}
