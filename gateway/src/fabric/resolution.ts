import type { Logger } from 'pino';
import type { CommandObserver } from './command-observer.ts';
import type { CommitStatus, Ledger } from './ledger.ts';
import { backoffMs, pause, Stopped } from './pause.ts';
import { DUPLICATE_TXID } from './validation-code.ts';

/** After a broadcast that was acknowledged, and after one that may have failed. */
const WAIT_ACKNOWLEDGED_MS = 30_000;
const WAIT_AMBIGUOUS_MS = 3000;
/** For the block of a transaction that is known to be committed. */
const WAIT_COMMITTED_MS = 5000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 15_000;

interface Broadcast {
  readonly transactionId: string;
  readonly envelope: Uint8Array;
}

export interface ResolutionParts {
  readonly ledger: Ledger;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly observer: CommandObserver;
}

/**
 * Broadcasts a transaction and finds out its fate, however long that takes. No failure on the way says anything: an
 * orderer may have it although the call failed ("request already processed" is even a sign of success), and a peer that
 * does not find it may only be behind. So the same envelope, which can be valid only once, is sent again until its id
 * has a validation code.
 *
 * @throws Stopped when the gateway stops before
 */
export async function broadcastAndResolve(
  parts: ResolutionParts,
  transaction: Broadcast,
): Promise<CommitStatus> {
  for (let attempt = 0; ; attempt += 1) {
    const acknowledged = await broadcast(parts, transaction);
    const status = await waitForStatus(
      parts,
      transaction,
      acknowledged ? WAIT_ACKNOWLEDGED_MS : WAIT_AMBIGUOUS_MS,
    );
    if (status !== undefined) return status;
    await pause(backoffMs(attempt, FIRST_PAUSE_MS, LONGEST_PAUSE_MS), parts.signal);
    const found = await findStatus(parts, transaction.transactionId);
    if (found !== undefined) return found;
    parts.log.warn(
      { transactionId: transaction.transactionId, attempt },
      'transaction unresolved: broadcast again',
    );
  }
}

/** The fate of a transaction if the own peer knows it. Undefined says nothing. */
export async function findStatus(
  { ledger, log }: Pick<ResolutionParts, 'ledger' | 'log'>,
  transactionId: string,
): Promise<CommitStatus | undefined> {
  try {
    const validationCode = await ledger.findValidationCode(transactionId);
    if (validationCode === undefined) return undefined;
    const { blockNumber } = await ledger.commitStatus(transactionId, WAIT_COMMITTED_MS);
    return { validationCode, blockNumber };
  } catch (error) {
    log.debug({ err: error, transactionId }, 'transaction could not be looked up');
    return undefined;
  }
}

async function broadcast(
  { ledger, log, signal, observer }: ResolutionParts,
  transaction: Broadcast,
): Promise<boolean> {
  if (signal.aborted) throw new Stopped();
  try {
    await ledger.broadcast(transaction.envelope);
    return true;
  } catch (error) {
    observer.ambiguous();
    log.debug({ err: error, transactionId: transaction.transactionId }, 'broadcast without a clear answer');
    return false;
  }
}

async function waitForStatus(
  parts: ResolutionParts,
  { transactionId }: Broadcast,
  timeoutMs: number,
): Promise<CommitStatus | undefined> {
  try {
    const status = await parts.ledger.commitStatus(transactionId, timeoutMs);
    // The peer has seen a later copy; what counts is the code of the first.
    return status.validationCode === DUPLICATE_TXID ? await findStatus(parts, transactionId) : status;
  } catch (error) {
    parts.observer.ambiguous();
    parts.log.debug({ err: error, transactionId }, 'no commit status yet');
    return undefined;
  }
}
