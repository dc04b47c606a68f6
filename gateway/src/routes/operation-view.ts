import { accountId, epochSeconds } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Operation, Services, SignatureRequest } from '../services/services.ts';

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
  signatureRequest: z
    .strictObject({
      id: z.string(),
      kind: z.enum(['proposal', 'transaction']),
      bytes: z.base64().describe('Proposal or Payload of Fabric, to be signed as it is'),
    })
    .nullable()
    .describe('What the operation of one who keeps its key waits to be signed'),
  createdAt: epochSeconds,
  finishedAt: epochSeconds.nullable(),
});
export type OperationView = z.infer<typeof operationView>;

/** The view of a committed command whose result has this shape. */
export function operationWith(result: z.ZodType) {
  return operationView.extend({ result: result.nullable() });
}

const committedResult = z.object({ outcome: z.enum(['done', 'exists']), result: z.unknown() });

export function viewOf({ ledger: { commands } }: Services, operation: Operation): OperationView {
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
    signatureRequest: requestView(commands.signatureRequest(id)),
    createdAt: toSeconds(operation.createdAt),
    finishedAt: operation.finishedAt === null ? null : toSeconds(operation.finishedAt),
  };
}

function requestView(request: SignatureRequest | undefined): OperationView['signatureRequest'] {
  if (request === undefined) return null;
  const { id, kind, bytes } = request;
  return { id, kind, bytes: Buffer.from(bytes).toString('base64') };
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
