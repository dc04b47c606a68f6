import { createHash } from 'node:crypto';
import { DomainError } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { BusinessError, TooManyPending, Unavailable } from '../fabric/errors.ts';
import type { Operation } from '../fabric/operation.ts';
import { pause, Stopped } from '../fabric/pause.ts';
import type { Services } from './services.ts';

/** How long a batch is tried that the gateway has no room for. */
const PATIENCE_MS = 60_000;
/** How long a batch waits outside before it looks again whether there is room. */
const CROWDED_RETRY_SEC = 1;
const WAIT_MS = 60_000;
const MS_PER_SECOND = 1000;

/** What became of one item. */
export interface ItemVerdict {
  readonly verdict: string;
  readonly code?: string;
  readonly detail?: string;
  readonly blockNumber?: number;
}

/**
 * Makes one command of items. Batches come one after the other, each when the one before is accepted.
 *
 * @returns the operation, whose result has a verdict for each item, in order
 */
export type SubmitBatch = (idempotencyKey: string, items: readonly unknown[]) => Promise<Operation>;

/** A request whose items become commands, batch by batch. */
export interface BulkRequest {
  readonly account: string;
  readonly idempotencyKey: string;
  readonly submit: SubmitBatch;
  /** Aborted when nobody waits for the verdicts any more. */
  readonly signal: AbortSignal;
}

/** How many lines the batch had that began with this one when the request came before. */
export function knownBatch(
  { ledger }: Services,
  { account, idempotencyKey }: BulkRequest,
  firstLine: number,
): Promise<number | undefined> {
  return ledger.lineBatches.linesFrom(account, idempotencyKey, firstLine);
}

/**
 * Has a batch accepted, and answers how to wait for the verdicts on its items, in order. The same batch of the same
 * request is the same command.
 *
 * @param batch number of its first line, and how many lines it has, with or without an item
 * @throws Stopped
 */
export async function acceptBatch(
  services: Services,
  request: BulkRequest,
  batch: { readonly firstLine: number; readonly lines: number },
  items: readonly unknown[],
): Promise<() => Promise<ItemVerdict[]>> {
  const { account, idempotencyKey, signal } = request;
  await services.ledger.lineBatches.record(account, idempotencyKey, batch.firstLine, batch.lines);
  if (items.length === 0) return () => Promise.resolve([]);
  const key = batchKey(idempotencyKey, batch.firstLine);
  return acceptItems(services, () => request.submit(key, items), items.length, signal);
}

/**
 * Has the command of some items accepted, and answers how to wait for the verdicts on them, in order. What the gateway has
 * no room for is tried for a minute.
 *
 * @param signal aborted when nobody waits for the verdicts any more
 * @throws Stopped, also from waiting
 */
export async function acceptItems(
  services: Services,
  submit: () => Promise<Operation>,
  count: number,
  signal: AbortSignal,
): Promise<() => Promise<ItemVerdict[]>> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      // Long requests must not fill the queue for those that are refused while it is long.
      if (services.ledger.commands.isCrowded)
        throw new Unavailable('commands would take too long', CROWDED_RETRY_SEC);
      const { id } = await submit();
      return () => verdictsOf(services, id, count, signal);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      const waitMs = refusal.retryAfterSec * MS_PER_SECOND;
      if (waitMs === 0 || Date.now() + waitMs > deadline)
        return () => Promise.resolve(Array.from({ length: count }, () => refusal.verdict));
      await pause(waitMs, signal);
    }
  }
}

const committedList = z.object({
  result: z.object({ verdicts: z.array(z.looseObject({ verdict: z.string() })) }),
});

async function verdictsOf(
  { ledger: { commands } }: Services,
  operationId: string,
  count: number,
  signal: AbortSignal,
): Promise<ItemVerdict[]> {
  for (;;) {
    const operation = await unlessStopped(commands.wait(operationId, WAIT_MS), signal);
    if (operation?.error != null) {
      const { code, detail } = operation.error;
      return Array.from({ length: count }, () => ({ verdict: 'refused', code, detail }));
    }
    if (operation?.status !== 'committed') continue;
    const { result } = committedList.parse(operation.result);
    const { blockNumber } = operation;
    return result.verdicts.map((verdict) =>
      verdict.verdict === 'refused' || blockNumber === null ? verdict : { ...verdict, blockNumber },
    );
  }
}

/** Undefined for what nobody foresaw. */
function refusalOf(error: unknown): { verdict: ItemVerdict; retryAfterSec: number } | undefined {
  if (error instanceof BusinessError || error instanceof DomainError)
    return { verdict: refused(error.code, error.detail), retryAfterSec: 0 };
  if (error instanceof Unavailable)
    return { verdict: refused('UNAVAILABLE', error.message), retryAfterSec: error.retryAfterSec };
  if (error instanceof TooManyPending) {
    const verdict = refused('PENDING_LIMIT_REACHED', error.message);
    return { verdict, retryAfterSec: error.retryAfterSec };
  }
  return undefined;
}

export function refused(code: string, detail: string): ItemVerdict {
  return { verdict: 'refused', code, detail };
}

/** Of the batch that begins with this line; no longer than a key may be. */
function batchKey(idempotencyKey: string, firstLine: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([idempotencyKey, firstLine]))
    .digest('base64url');
  return `lines:${digest}`;
}

async function unlessStopped<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Stopped());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
