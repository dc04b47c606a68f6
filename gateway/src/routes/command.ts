import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import type { Code } from '../problem/code.ts';
import { Problem } from '../problem/problem.ts';
import type { Operation, Services } from '../services/services.ts';
import { dryRun } from '../services/dry-run.ts';
import { fixed, methodNamed, submit, type MethodName, type Submission } from '../services/submit.ts';
import { BLOCK_HEADER } from './block-header.ts';
import {
  NOTHING,
  type Answer,
  type Description,
  type Endpoint,
  type Nothing,
  type Reply,
} from './endpoint.ts';
import { dryRunOf } from './dry-run.ts';
import { operationView, operationWith, viewOf } from './operation-view.ts';

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
  /** What the endpoint calls in the end. */
  readonly method: MethodName;
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
    params: spec.params ?? NOTHING,
    query: commandQuery,
    body: { json: spec.body, ...(spec.maxBytes !== undefined && { maxBytes: spec.maxBytes }) },
    answers: operationAnswers(methodNamed(spec.method).result),
    codes: [...COMMAND_CODES, ...(spec.codes ?? [])],
    respond: async (services, { principal, params, query, body, idempotencyKey }) => {
      const request = { params: params as z.output<Params>, body: body as z.output<Body>, idempotencyKey };
      const caller = principal as Caller;
      const submission = await spec.submission(services, caller, request);
      const { dryRun: isDry, ...waiting } = query as CommandQuery;
      if (isDry) return { status: 200, body: await dryRun(services, caller, submission) };
      return answerOperation(services, await submit(services, caller, submission), waiting);
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
    202: { description: 'The operation; its `Location` tells what becomes of it', schema: operationView },
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
