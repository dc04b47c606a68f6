import type { Request, RequestHandler } from 'express';
import { covers } from '../authentication/scope.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../services/services.ts';
import type { Metrics } from './metrics.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Answers the metrics to this machine, and to others with a token of the gateway's own identity. */
export function answerMetrics(metrics: Metrics, services: Services): RequestHandler {
  return async (request, response) => {
    if (!isFromHere(request)) await requireOwnIdentity(services, request);
    const { contentType, body } = await metrics.text();
    response.set('Content-Type', contentType).send(body);
  };
}

/** What a proxy on this machine passes on comes from elsewhere. */
function isFromHere(request: Request): boolean {
  const isForwarded = request.get('forwarded') !== undefined || request.get('x-forwarded-for') !== undefined;
  return !isForwarded && LOOPBACK.has(request.socket.remoteAddress ?? '');
}

async function requireOwnIdentity({ authentication }: Services, request: Request): Promise<void> {
  const principal = await authentication.authenticate(request.get('authorization'));
  const { scopes } = principal;
  if (principal.kind === 'caller' && principal.role === 'gateway' && covers(scopes, ['read'])) return;
  throw new Problem('NOT_AUTHORISED', "metrics are for the gateway's own identity");
}
