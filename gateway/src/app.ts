import { randomUUID } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Metrics } from './metrics/metrics.ts';
import { answerMetrics } from './metrics/route.ts';
import { openApiDocument } from './openapi/document.ts';
import { documentPage, PAGE_PATH } from './openapi/page.ts';
import { answerDocument } from './openapi/route.ts';
import { problemOf } from './problem/from-error.ts';
import { Problem, PROBLEM_CONTENT_TYPE } from './problem/problem.ts';
import { answer, ANYONE, notesOf } from './routes/answer.ts';
import type { Endpoint } from './routes/endpoint.ts';
import { ENDPOINTS } from './routes/index.ts';
import type { Services } from './services/services.ts';
import { TRAFFIC_LIMITS, type TrafficLimits } from './traffic/limits.ts';
import { shedLoad } from './traffic/load-shedding.ts';
import { ProcessLoad, type Load } from './traffic/process-load.ts';
import { rateLimiter, type RateLimiter } from './routes/rate-limit.ts';

/** What supervisors and Prometheus ask every few seconds. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);
const MS_PER_SECOND = 1000;
const REQUEST_ID_HEADER = 'X-Request-Id';
const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** What watches and limits the requests; each is one process's. */
export interface AppParts {
  readonly metrics?: Metrics;
  /** Default: none that is measured. */
  readonly load?: Load;
  readonly limits?: TrafficLimits;
  /** Default: all of the gateway's. */
  readonly endpoints?: readonly Endpoint[];
}

/** The HTTP interface of a gateway. */
export function createApp(
  services: Services,
  log: Logger,
  {
    metrics = new Metrics(),
    load = new ProcessLoad(),
    limits = TRAFFIC_LIMITS,
    endpoints = ENDPOINTS,
  }: AppParts = {},
): Express {
  gauge(metrics, services, load);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(identifyAndLog(log, metrics));
  const { commands } = services.ledger;
  app.use(shedLoad({ commands, load, limits, exempt: PROBES, onShed: (shortage) => metrics.shed(shortage) }));
  app.use(helmet());
  app.use(PAGE_PATH, documentPage());
  app.get('/metrics', answerMetrics(metrics, services));
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', async (_request, response) => {
    const report = await services.readiness.check();
    if (!report.ready) throw new Problem('UNAVAILABLE', report.reason);
    response.json({ status: 'ready', blockNumber: report.blockNumber, lagBlocks: report.lagBlocks });
  });
  app.get('/v1/openapi.json', answerDocument(openApiDocument(endpoints)));
  mount(app, endpoints, services, rateLimiter(limits.requestsPerMinute, senderOf));
  app.use((request) => {
    throw new Problem('ROUTE_NOT_FOUND', request.path);
  });
  app.use(presentProblem(log));
  return app;
}

/** Every endpoint under its path, and for each path the refusal of other methods. */
function mount(app: Express, all: readonly Endpoint[], services: Services, limitRate: RateLimiter): void {
  const byPath = Map.groupBy(all, expressPath);
  // Fixed paths come before those with parameters in the same place.
  const paths = [...byPath].sort(([a], [b]) => (a < b ? 1 : -1));
  for (const [path, endpoints] of paths) {
    for (const endpoint of endpoints) app[endpoint.method](path, answer(endpoint, services, limitRate));
    const allowed = endpoints.map(({ method }) => method.toUpperCase()).join(', ');
    app.all(path, (request) => {
      throw new Problem('METHOD_NOT_ALLOWED', `${request.method} ${request.path}`, {
        headers: { Allow: allowed },
      });
    });
  }
}

function expressPath({ path, slashes }: Endpoint): string {
  return `/v1${path}`.replace(
    /\{([A-Za-z]+)\}/g,
    (_match, name: string) => `${name === slashes ? '*' : ':'}${name}`,
  );
}

/** Gives the request an id, and logs it when it is done. Neither headers nor bodies are logged. */
function identifyAndLog(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const given = request.get(REQUEST_ID_HEADER);
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
    response.setHeader(REQUEST_ID_HEADER, requestId);
    const started = performance.now();
    response.on('close', () => {
      const { account, operation, transactions } = notesOf(response);
      const ms = performance.now() - started;
      const status = response.writableFinished ? response.statusCode : 'aborted';
      metrics.request(request.method, routeOf(request), String(status), ms / MS_PER_SECOND);
      const level = PROBES.has(request.path) ? 'debug' : 'info';
      log[level](
        {
          requestId,
          method: request.method,
          path: request.path,
          status,
          ms: Math.round(ms),
          account,
          operation,
          transactions,
        },
        'request',
      );
    });
    next();
  };
}

/** The path as it is mounted; ids would be a metric each. */
function routeOf(request: Request): string {
  const { route } = request as { route?: { path: string } };
  return route?.path ?? 'none';
}

function senderOf(response: Response): string | undefined {
  const { account } = notesOf(response);
  return account === ANYONE ? undefined : account;
}

function gauge(metrics: Metrics, { ledger, intake }: Services, load: Load): void {
  metrics.gauge({
    projectorBlock: () => ledger.projection.blockNumber,
    projectorLagBlocks: () => ledger.projection.lagBlocks(),
    intakeDeliveries: () => intake.waiting.deliveries,
    intakeBytes: () => intake.waiting.bytes,
    pendingCommands: () => ledger.commands.pending,
    commandLimit: () => ledger.commands.limit,
    eventLoopDelaySeconds: () => load.eventLoopDelayMs / MS_PER_SECOND,
  });
}

/** Presents whatever was thrown as problem details; what nobody foresaw goes to the log with its stack. */
function presentProblem(log: Logger): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  return (error: unknown, _request, response, next) => {
    const problem = problemOf(error);
    const requestId = response.getHeader(REQUEST_ID_HEADER) as string;
    if (problem.code === 'INTERNAL')
      log.error({ requestId, err: problem.cause ?? problem }, 'unexpected failure');
    if (response.headersSent) {
      next(error);
      return;
    }
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response
      .status(problem.status)
      .set(problem.headers)
      .type(PROBLEM_CONTENT_TYPE)
      .json(problem.toDetails(requestId));
  };
}
