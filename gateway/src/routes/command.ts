import { verdict } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import type { Code } from '../problem/code.ts';
import { Problem } from '../problem/problem.ts';
import type { Operation, Services } from '../services/services.ts';
import { dryRunOrAsk } from '../services/dry-run.ts';
import { requireActive } from '../services/active-account.ts';
import { requireCustody } from '../services/key-custody.ts';
import {
  fixed,
  methodNamed,
  requireRole,
  submit,
  type MethodName,
  type Submission,
} from '../services/submit.ts';
import { BLOCK_HEADER } from './block-header.ts';
import {
  NOTHING,
  type Answer,
  type Description,
  type Endpoint,
  type LinesBody,
  type Nothing,
  type Reply,
} from './endpoint.ts';
import { dryRunOf } from './dry-run.ts';
import { operationView, operationWith, viewOf } from './operation-view.ts';
import { answerOrQuestion, question } from './question.ts';
import { LINE_VERDICT } from './take-lines.ts';

/** How long `?wait=commit` waits. */
export const WAIT_MS = 60_000;

export const waitQuery = z.strictObject({
  wait: z
    .literal('commit')
    .optional()
    .describe('Answer when the command is committed or has failed, at most 60 s later'),
});
export type WaitQuery = z.infer<typeof waitQuery>;

export const commandQuery = waitQuery.extend({
  dryRun: z
    .boolean()
    .default(false)
    .describe('Only tell what the command would do now: nothing is written, and no operation is kept'),
});
export type CommandQuery = z.infer<typeof commandQuery>;

/** Codes that any command of the ledger can fail with. */
export const COMMAND_CODES: readonly Code[] = [
  'ORGANISATION_UNKNOWN',
  'ORGANISATION_SUSPENDED',
  'ROLE_FOREIGN',
  'NOT_AUTHORISED',
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_SUSPENDED',
  'ACCOUNT_KEY_MISMATCH',
  'COMMAND_MALFORMED',
  'COMMAND_TOO_LARGE',
  'EXISTS_WITH_DIFFERENT_CONTENT',
  'PENDING_LIMIT_REACHED',
];

interface Command<Params extends z.ZodObject, Body extends z.ZodType> extends Description {
  readonly params?: Params;
  readonly body: Body;
  readonly maxBytes?: number;
  /** How its list may come as lines. */
  readonly lines?: ListLines<Body>;
  readonly scope: 'trade' | 'manage';
  /** What the endpoint calls in the end. */
  readonly method: MethodName;
}

/** A list command whose items come one a line; the lines of one batch make one request. */
interface ListLines<Body extends z.ZodType> {
  readonly item: z.ZodType;
  readonly body: (items: never[]) => z.input<Body>;
}

interface CommandRequest<Params extends z.ZodObject, Body extends z.ZodType> {
  readonly params: z.output<Params>;
  readonly body: z.output<Body>;
  readonly idempotencyKey: string;
}

interface PreparedCommand<Params extends z.ZodObject, Body extends z.ZodType> extends Command<Params, Body> {
  /** What is to be submitted for the request. */
  readonly submission: (
    services: Services,
    caller: Caller,
    request: CommandRequest<Params, Body>,
  ) => Submission | Promise<Submission>;
}

/** A POST that starts a command of the ledger and answers its operation. */
export function command<Body extends z.ZodType, Params extends z.ZodObject = Nothing>(
  spec: PreparedCommand<Params, Body>,
): Endpoint {
  return {
    ...spec,
    method: 'post',
    access: 'caller',
    scopes: [spec.scope],
    params: spec.params ?? NOTHING,
    query: commandQuery,
    body: {
      json: spec.body,
      ...(spec.maxBytes !== undefined && { maxBytes: spec.maxBytes }),
      ...(spec.lines !== undefined && { lines: listLines(spec, spec.lines) }),
    },
    answers: operationAnswers(methodNamed(spec.method).result),
    codes: [...COMMAND_CODES, ...(spec.codes ?? [])],
    respond: async (services, { principal, params, query, body, idempotencyKey }) => {
      const request = { params: params as z.output<Params>, body: body as z.output<Body>, idempotencyKey };
      const caller = principal as Caller;
      const submission = await spec.submission(services, caller, request);
      const { dryRun: isDry, ...waiting } = query as CommandQuery;
      if (isDry) return answerOrQuestion(200, await dryRunOrAsk(services, caller, submission));
      return answerOperation(services, await submit(services, caller, submission), waiting);
    },
  };
}

const listVerdict = z.strictObject({ ...LINE_VERDICT, ...verdict.partial({ id: true }).shape });
/** Longer than any item of a list. */
const MAX_LINE_BYTES = 10_000;

function listLines<Body extends z.ZodType, Params extends z.ZodObject>(
  { body, method, submission }: PreparedCommand<Params, Body>,
  lines: ListLines<Body>,
): LinesBody {
  return {
    item: lines.item,
    verdict: listVerdict,
    maxLineBytes: MAX_LINE_BYTES,
    open: async (services, principal) => {
      const caller = principal as Caller;
      requireRole(caller, method);
      requireCustody(caller);
      await requireActive(services, caller);
      return async (idempotencyKey, items) => {
        const content = body.parse(lines.body(items as never[]));
        const params = {} as z.output<Params>;
        const request = { params, body: content, idempotencyKey };
        return submit(services, caller, await submission(services, caller, request));
      };
    },
  };
}

interface DirectCommand<Params extends z.ZodObject, Body extends z.ZodType> extends Command<Params, Body> {
  /** The ledger's command, of which the request says everything. */
  readonly command: (request: CommandRequest<Params, Body>) => object;
}

/** A POST whose request is the ledger's command, but for its form. */
export function directCommand<Body extends z.ZodType, Params extends z.ZodObject = Nothing>(
  spec: DirectCommand<Params, Body>,
): Endpoint {
  return command({
    ...spec,
    submission: (_services, _caller, request) => {
      const content = spec.command(request);
      const { idempotencyKey } = request;
      return { method: spec.method, idempotencyKey, request: content, prepare: fixed(content) };
    },
  });
}

export function operationAnswers(result: z.ZodType): Record<number, Answer> {
  return {
    200: {
      description: 'With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do',
      schema: z.union([operationWith(result), dryRunOf(result)]),
    },
    202: {
      description:
        'The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first',
      schema: z.union([operationView, question]),
    },
  };
}

/** @throws Problem of the operation's code when it was waited for and has failed */
export async function answerOperation(
  services: Services,
  started: Operation,
  { wait }: WaitQuery,
): Promise<Reply> {
  const { commands } = services.ledger;
  const operation = wait === undefined ? started : ((await commands.wait(started.id, WAIT_MS)) ?? started);
  if (wait !== undefined && operation.error !== null) {
    throw new Problem(operation.error.code, operation.error.detail, { operation: operation.id });
  }
  const isCommitted = wait !== undefined && operation.status === 'committed';
  return {
    status: isCommitted ? 200 : 202,
    body: viewOf(services, operation),
    headers: {
      Location: `/v1/operations/${operation.id}`,
      ...(operation.blockNumber !== null && { [BLOCK_HEADER]: String(operation.blockNumber) }),
    },
    operation,
  };
}
