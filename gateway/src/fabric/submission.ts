import type { ErrorCode } from '@commonwatt/chaincode/domain';
import type { Logger } from 'pino';
import type { Decoded, Prepared, SharedRequest } from './command.ts';
import type { CommandObserver, RetryReason } from './command-observer.ts';
import { BusinessError, Conflict, Unavailable } from './errors.ts';
import type { Intent, Journal } from './journal.ts';
import type { CommitStatus, EndorsedTransaction, Ledger } from './ledger.ts';
import { backoffMs, pause, Stopped, Unresolved } from './pause.ts';
import { broadcastAndResolve } from './resolution.ts';
import type { Slots } from './slots.ts';
import type { KeyCustody } from './wallet.ts';
import { mayBeEndorsedAnew, VALID, validationName } from './validation-code.ts';

/** Codes that a stale read model causes: what the gateway picked is no longer there, something else may be. */
const LOOK_AGAIN: ReadonlySet<ErrorCode> = new Set([
  'HOLDING_CHANGED',
  'COIN_NOT_FOUND',
  'COIN_HELD',
  'CURSOR_MOVED',
  'OFFER_CHANGED',
]);

/** Proposals for one command, at most. */
export const MAX_PROPOSALS = 8;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;
/** How long a network with peers that are down or behind is asked for an endorsement. */
const UNAVAILABLE_FOR_MS = 60_000;
const RETRY_SEC = 5;

export interface SubmissionParts {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly slots: Readonly<Record<KeyCustody, Slots>>;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly observer: CommandObserver;
}

/** What becomes of a proposal that was not endorsed. */
type Refusal =
  | { readonly kind: 'final'; readonly error: Error }
  /** The same arguments again. */
  | { readonly kind: 'again'; readonly error: Error }
  /** Other arguments. */
  | { readonly kind: 'lookAgain'; readonly error: Error };

/**
 * One transaction from preparing to its block: endorsed anew while that can help, but only before it was broadcast or
 * after it was found invalid.
 */
export class Submission {
  readonly #parts: SubmissionParts;
  readonly #request: SharedRequest;
  readonly #startedAt = Date.now();
  #prepared: Prepared | undefined;
  #preparations = 0;
  /** Proposals that met a conflict. */
  #proposals = 0;
  /** Endorsements that peers did not give because they were down or behind. */
  #outages = 0;

  constructor(parts: SubmissionParts, request: SharedRequest) {
    this.#parts = parts;
    this.#request = request;
  }

  /**
   * Runs until the operations are committed, and answers by which block.
   *
   * @throws BusinessError, Unavailable or another error when nothing was written and nothing will be
   * @throws Stopped, Unresolved when the operations stay pending
   */
  async run(): Promise<number> {
    for (;;) {
      const prepared = (this.#prepared ??= await this.#prepare());
      const outcome = await this.#parts.slots[this.#request.identity.keys].run(() => this.#attempt(prepared));
      if (typeof outcome === 'number') return outcome;
      await this.#getOver(outcome);
    }
  }

  /** Gives back what is reserved; for after the result can be seen in the read model. */
  release(): void {
    this.#prepared?.release?.();
    this.#prepared = undefined;
  }

  #prepare(): Promise<Prepared> {
    const attempt = this.#preparations;
    this.#preparations += 1;
    return this.#request.prepare({ attempt });
  }

  async #attempt(prepared: Prepared): Promise<number | Refusal> {
    const { ledger } = this.#parts;
    const { args } = prepared;
    if (this.#parts.signal.aborted) throw new Stopped();
    let endorsed: EndorsedTransaction;
    try {
      endorsed = await ledger.endorse(this.#request.identity, { method: this.#request.method, args });
    } catch (error) {
      return this.#judge(error as Error, prepared);
    }
    const decoded = this.#request.decode(endorsed.result);
    return decoded.writes ? this.#order(endorsed, decoded) : this.#settle(decoded);
  }

  /**
   * Broadcasts, once that is durable, and waits for the verdict of the peers.
   *
   * @throws Unresolved, never an error that would mean that nothing was written
   */
  async #order(
    { transactionId, envelope }: EndorsedTransaction,
    { results }: Decoded,
  ): Promise<number | Refusal> {
    const intent: Intent = { transactionId, operationIds: this.#request.operationIds, envelope, results };
    try {
      await this.#parts.journal.intend(intent);
      const status = await broadcastAndResolve(this.#parts, intent);
      return await this.#close(intent, status);
    } catch (error) {
      throw error instanceof Stopped ? error : new Unresolved({ cause: error });
    }
  }

  async #close(intent: Intent, { validationCode, blockNumber }: CommitStatus): Promise<number | Refusal> {
    if (validationCode === VALID) {
      await this.#parts.journal.commit(intent, blockNumber);
      return blockNumber;
    }
    await this.#parts.journal.drop(intent.transactionId);
    const verdict = `transaction ${intent.transactionId} was invalid: ${validationName(validationCode)}`;
    return mayBeEndorsedAnew(validationCode)
      ? { kind: 'again', error: new Conflict(verdict) }
      : { kind: 'final', error: new Error(verdict) };
  }

  /** Nothing to write: the own peer, which has endorsed, holds the result already. */
  async #settle({ results }: Decoded): Promise<number | Refusal> {
    try {
      const blockNumber = (await this.#parts.ledger.height()) - 1;
      await this.#parts.journal.settle(this.#request.operationIds, results, blockNumber);
      return blockNumber;
    } catch (error) {
      return {
        kind: 'again',
        error: new Unavailable('the peer did not answer', RETRY_SEC, { cause: error }),
      };
    }
  }

  async #judge(error: Error, { args, isFixed = false }: Prepared): Promise<Refusal> {
    if (error instanceof BusinessError) {
      if (LOOK_AGAIN.has(error.code) && !isFixed) return { kind: 'lookAgain', error };
      if (await this.#isConfirmed(error, args)) return { kind: 'final', error };
      const disagreement = `peers do not agree on the answer ${error.message}`;
      return { kind: 'again', error: new Unavailable(disagreement, RETRY_SEC, { cause: error }) };
    }
    return { kind: error instanceof Unavailable ? 'again' : 'final', error };
  }

  /** Whether the own peer gives the same error: another one may have given it because it is behind. */
  async #isConfirmed({ code }: BusinessError, args: Prepared['args']): Promise<boolean> {
    const { identity, method } = this.#request;
    try {
      await this.#parts.ledger.evaluate(identity, { method, args }, { ownPeer: true });
      return false;
    } catch (error) {
      return error instanceof BusinessError && error.code === code;
    }
  }

  /** Waits before the next proposal, or gives up. */
  async #getOver({ kind, error }: Refusal): Promise<void> {
    if (kind === 'final') throw error;
    const outage = error instanceof Unavailable && !(error instanceof Conflict);
    if (outage) this.#outages += 1;
    else this.#proposals += 1;
    if (this.#proposals >= MAX_PROPOSALS) throw error;
    if (outage && Date.now() - this.#startedAt > UNAVAILABLE_FOR_MS) throw error;
    this.#parts.log.debug(
      { err: error, method: this.#request.method },
      'proposal not endorsed: trying again',
    );
    this.#parts.observer.retried(reasonOf(kind, error));
    if (kind === 'lookAgain') this.release();
    const attempt = Math.max(this.#proposals, this.#outages) - 1;
    await pause(backoffMs(attempt, FIRST_PAUSE_MS, LONGEST_PAUSE_MS), this.#parts.signal);
  }
}

function reasonOf(kind: Refusal['kind'], error: Error): RetryReason {
  if (kind === 'lookAgain') return 'stale_view';
  return error instanceof Conflict ? 'conflict' : 'unavailable';
}
