import { accountId, epochSeconds } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Operation } from '../services/services.ts';

/** A command as its client sees it; `result` is described by the command's own endpoint. */
export const operationView = z.strictObject({
  id: z.string(),
  account: z.union([accountId, z.string()]).describe('Who sent it'),
  method: z.string().describe('`<contract>:<transaction>` of the chaincode'),
  idempotencyKey: z.string(),
  status: z.enum(['pending', 'committed', 'failed']).describe('`failed`: nothing was written'),
  outcome: z
    .enum(['done', 'exists'])
    .nullable()
    .describe('Once committed. `exists`: the same command had been done before, and nothing changed now'),
  result: z.unknown().describe('Once committed; null before'),
  error: z.strictObject({ code: z.string(), detail: z.string() }).nullable().describe('Once failed'),
  transactionIds: z.array(z.string()).describe('Every transaction tried; only the last one can be valid'),
  blockNumber: z
    .int()
    .nullable()
    .describe('Once committed: a block from which on the ledger holds the result'),
  createdAt: epochSeconds,
  finishedAt: epochSeconds.nullable(),
});
export type OperationView = z.infer<typeof operationView>;

/** The view of a committed command whose result has this shape. */
export function operationWith(result: z.ZodType) {
  return operationView.extend({ result: result.nullable() });
}

const committedResult = z.object({ outcome: z.enum(['done', 'exists']), result: z.unknown() });

export function viewOf(operation: Operation): OperationView {
  const { id, account, method, idempotencyKey, status, error, transactionIds, blockNumber } = operation;
  const committed = committedResult.safeParse(operation.result).data;
  return {
    id,
    account,
    method,
    idempotencyKey,
    status,
    outcome: committed?.outcome ?? null,
    result: committed?.result ?? null,
    error,
    transactionIds: [...transactionIds],
    blockNumber,
    createdAt: toSeconds(operation.createdAt),
    finishedAt: operation.finishedAt === null ? null : toSeconds(operation.finishedAt),
  };
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
