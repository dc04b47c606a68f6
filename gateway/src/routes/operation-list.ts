import { z } from 'zod';
import type { Operation, Services } from '../services/services.ts';
import { WAIT_MS, type WaitQuery } from './command.ts';
import type { Reply } from './endpoint.ts';
import { dryRunError, dryRunOf } from './dry-run.ts';
import { operationView, operationWith, viewOf } from './operation-view.ts';

/** Answers of a request that starts several commands. */
export function operationListAnswers(result: z.ZodType) {
  return {
    200: {
      description:
        'With `?wait=commit`: the operations, all of them committed or failed. With `?dryRun=true`: what each would do',
      schema: z.union([
        z.strictObject({ operations: z.array(operationWith(result)) }),
        z.strictObject({ dryRuns: z.array(z.union([dryRunOf(result), dryRunError])) }),
      ]),
    },
    202: { description: 'The operations', schema: z.strictObject({ operations: z.array(operationView) }) },
  };
}

export async function answerOperations(
  services: Services,
  started: readonly Operation[],
  { wait }: WaitQuery,
): Promise<Reply> {
  const { commands } = services.ledger;
  const operations =
    wait === undefined
      ? started
      : await Promise.all(started.map(async (item) => (await commands.wait(item.id, WAIT_MS)) ?? item));
  const isFinished = operations.every(({ status }) => status !== 'pending');
  return {
    status: wait !== undefined && isFinished ? 200 : 202,
    body: { operations: operations.map((operation) => viewOf(services, operation)) },
  };
}
