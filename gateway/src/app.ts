import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { openApiDocument } from './openapi/document.ts';
import { problemOf } from './problem/from-error.ts';
import { Problem, PROBLEM_CONTENT_TYPE } from './problem/problem.ts';
import { answer, notesOf } from './routes/answer.ts';
import type { Endpoint } from './routes/endpoint.ts';
import { ENDPOINTS } from './routes/index.ts';
import type { Services } from './services/services.ts';

/** What a supervisor asks every few seconds. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);
const REQUEST_ID_HEADER = 'X-Request-Id';
const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The HTTP interface of a gateway. */
export function createApp(services: Services, log: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  app.use(identifyAndLog(log));
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', async (_request, response) => {
    const report = await services.readiness.check();
    if (!report.ready) throw new Problem('UNAVAILABLE', report.reason);
    response.json({ status: 'ready', blockNumber: report.blockNumber, lagBlocks: report.lagBlocks });
  });
  const document = openApiDocument(ENDPOINTS);
  app.get('/v1/openapi.json', (_request, response) => {
    response.json(document);
  });
  mount(app, services);
  app.use((request) => {
    throw new Problem('ROUTE_NOT_FOUND', request.path);
  });
  app.use(presentProblem(log));
  return app;
}

/** Every endpoint under its path, and for each path the refusal of other methods. */
function mount(app: Express, services: Services): void {
  const byPath = Map.groupBy(ENDPOINTS, expressPath);
  // Fixed paths come before those with parameters in the same place.
  const paths = [...byPath].sort(([a], [b]) => (a < b ? 1 : -1));
  for (const [path, endpoints] of paths) {
    for (const endpoint of endpoints) app[endpoint.method](path, answer(endpoint, services));
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
function identifyAndLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const given = request.get(REQUEST_ID_HEADER);
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
    response.setHeader(REQUEST_ID_HEADER, requestId);
    const started = performance.now();
    response.on('close', () => {
      const { account, operation, transactions } = notesOf(response);
      const level = PROBES.has(request.path) ? 'debug' : 'info';
      log[level](
        {
          requestId,
          method: request.method,
          path: request.path,
          status: response.writableFinished ? response.statusCode : 'aborted',
          ms: Math.round(performance.now() - started),
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
