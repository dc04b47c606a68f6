import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { CommandRequest, Commands, Decoded, SharedRequest } from './command.ts';
import { CommandLimit } from './command-limit.ts';
import { UNOBSERVED, type CommandObserver } from './command-observer.ts';
import { BusinessError, TooManyPending, Unavailable } from './errors.ts';
import type { Intent, Journal, OperationError } from './journal.ts';
import type { Ledger } from './ledger.ts';
import type { Operation, OperationErrorCode } from './operation.ts';
import { Stopped, Unresolved } from './pause.ts';
import { broadcastAndResolve, findStatus } from './resolution.ts';
import { SignatureMissing, SignatureRequests, type SignatureRequest } from './signature-requests.ts';
import { Slots } from './slots.ts';
import { Submission, type SubmissionParts } from './submission.ts';
import { VALID, validationName } from './validation-code.ts';
import type { KeyCustody } from './wallet.ts';

export interface CommandLimits {
  /** Transactions between endorsement and commit, at most: more make no more throughput, only more latency. */
  readonly inFlight: number;
  /** Those of clients that sign themselves, who may take their time; more are refused. */
  readonly inFlightOwnKeys: number;
  /** Commands not finished, at most. */
  readonly pending: number;
  /** How many of these may be one account's, so that none fills the gateway. */
  readonly pendingPerAccount: number;
}

export const COMMAND_LIMITS: CommandLimits = {
  inFlight: 50,
  inFlightOwnKeys: 500,
  pending: 1000,
  pendingPerAccount: 500,
};

const OVERLOAD_RETRY_SEC = 1;
const MS_PER_SECOND = 1000;
/** How long reservations outlast a commit that the read model does not show. */
const PROJECTION_MS = 10_000;

export interface CommandParts {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly log: Logger;
  /** True once the read model shows the block. */
  readonly waitForBlock: (blockNumber: number, timeoutMs: number) => Promise<boolean>;
  readonly limits?: CommandLimits;
  readonly observer?: CommandObserver;
  readonly signatures?: SignatureRequests;
}

type Acceptance = Parameters<Commands['accept']>[0];

export class LedgerCommands implements Commands {
  readonly #journal: Journal;
  readonly #log: Logger;
  readonly #waitForBlock: CommandParts['waitForBlock'];
  readonly #limits: CommandLimits;
  readonly #signatures: SignatureRequests;
  readonly #stopping = new AbortController();
  readonly #parts: SubmissionParts;
  readonly #limit: CommandLimit;
  readonly #running = new Set<Promise<void>>();
  readonly #waiters = new Map<string, Set<() => void>>();
  /** Accepted or running, with their accounts; an earlier process's are nobody's. */
  readonly #unfinished = new Map<string, string | null>();
  readonly #pendingOf = new Map<string, number>();
  /** Called whenever something is no longer accepted or running. */
  #onEnd: () => void = () => undefined;
  #ready = false;
  #draining = false;

  constructor(parts: CommandParts) {
    const { ledger, journal, log, waitForBlock, limits = COMMAND_LIMITS, observer = UNOBSERVED } = parts;
    this.#limits = limits;
    this.#limit = new CommandLimit(limits.pending);
    this.#signatures = parts.signatures ?? new SignatureRequests();
    this.#journal = journal;
    this.#log = log;
    this.#waitForBlock = waitForBlock;
    const slots = { custodial: new Slots(limits.inFlight), own: new Slots(limits.inFlightOwnKeys) };
    const { signal } = this.#stopping;
    this.#parts = { ledger, journal, log, slots, signal, observer };
  }

  get ready(): boolean {
    return this.#ready && !this.#draining;
  }

  get pending(): number {
    return this.#unfinished.size;
  }

  get limit(): number {
    return this.#limit.count;
  }

  get isCrowded(): boolean {
    return this.#limit.isReached;
  }

  async execute(request: CommandRequest): Promise<Operation> {
    const begunAt = performance.now();
    const { identity, method, prepare, decode = decodeResponse } = request;
    const acceptance = { ...request, account: identity.account };
    const { operation, created } = await this.accept(acceptance, identity.keys);
    if (created) {
      const { id } = operation;
      const signer = identity.keys === 'own' ? this.#signatures.signerOf(identity, id) : identity;
      // How long owners take to sign tells nothing of the network.
      const leave = identity.keys === 'own' ? () => undefined : this.#limit.enter(begunAt);
      void this.submitShared({ identity: signer, method, operationIds: [id], prepare, decode }).finally(
        leave,
      );
    }
    return operation;
  }

  async accept(
    request: Acceptance,
    keys: KeyCustody = 'custodial',
  ): Promise<{ operation: Operation; created: boolean }> {
    const { account, method, idempotencyKey, requestHash } = request;
    const refusal = this.#refusal(account, keys);
    if (refusal !== undefined) {
      const known = await this.#journal.findByKey(account, idempotencyKey);
      if (known === undefined) throw refusal;
      return { operation: sameRequest(known, request), created: false };
    }
    const id = randomUUID();
    this.#begin(id, account);
    try {
      const opened = await this.#journal.open({ id, account, method, idempotencyKey, requestHash });
      if (opened.created) return opened;
      this.#finish([id]);
      return await this.#again(sameRequest(opened.operation, request));
    } catch (error) {
      this.#finish([id]);
      throw error;
    }
  }

  submitShared(request: SharedRequest): Promise<void> {
    return this.#track(this.#submit(request), request.operationIds);
  }

  find(operationId: string): Promise<Operation | undefined> {
    return this.#journal.find(operationId);
  }

  async wait(operationId: string, timeoutMs: number): Promise<Operation | undefined> {
    const deadline = Date.now() + timeoutMs;
    const finished = this.#finished(operationId, timeoutMs);
    let operation = await this.#journal.find(operationId);
    if (operation?.status === 'pending') {
      await this.#finishedOrToBeSigned(operationId, finished.promise);
      operation = await this.#journal.find(operationId);
    }
    finished.cancel();
    if (operation?.blockNumber != null) {
      await this.#waitForBlock(operation.blockNumber, Math.max(0, deadline - Date.now()));
    }
    return operation;
  }

  signatureRequest(operationId: string): SignatureRequest | undefined {
    return this.#signatures.of(operationId);
  }

  sign(operationId: string, requestId: string, signature: Uint8Array): boolean {
    return this.#signatures.answer(operationId, requestId, signature);
  }

  cancel(operationId: string): boolean {
    return this.#signatures.cancel(operationId);
  }

  async recover(): Promise<void> {
    const intents = await this.#journal.intents();
    const orphans = await this.#journal.unbroadcast();
    await this.#journal.fail(orphans, unavailable('the gateway stopped before anything was broadcast'));
    await Promise.all(intents.map((intent) => this.#recoverIntent(intent)));
    this.#ready = true;
  }

  async drain(timeoutMs: number): Promise<void> {
    this.#draining = true;
    this.#signatures.stop();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, timeoutMs)));
    await Promise.race([this.#allFinished(), late]);
    clearTimeout(timer);
    this.#stopping.abort();
  }

  async #finishedOrToBeSigned(operationId: string, finished: Promise<void>): Promise<void> {
    const waiting = new AbortController();
    await Promise.race([finished, this.#signatures.awaited(operationId, waiting.signal)]);
    waiting.abort();
  }

  /** Also those that were accepted before and begin meanwhile. */
  async #allFinished(): Promise<void> {
    while (this.#running.size + this.#unfinished.size > 0)
      await new Promise<void>((resolve) => (this.#onEnd = resolve));
  }

  /** An operation under a used key: started anew when it failed without the ledger's judgement. */
  async #again(operation: Operation): Promise<{ operation: Operation; created: boolean }> {
    if (!mayStartAnew(operation)) return { operation, created: false };
    const reopened = await this.#journal.reopen(operation.id);
    if (reopened === undefined)
      return { operation: (await this.#journal.find(operation.id)) ?? operation, created: false };
    this.#begin(operation.id, operation.account);
    return { operation: reopened, created: true };
  }

  async #submit(request: SharedRequest): Promise<void> {
    const submission = new Submission(this.#parts, request);
    const startedAt = performance.now();
    const ended = (outcome: 'committed' | 'failed') =>
      this.#parts.observer.ended(request.method, outcome, (performance.now() - startedAt) / MS_PER_SECOND);
    try {
      const blockNumber = await submission.run();
      ended('committed');
      this.#finish(request.operationIds);
      await this.#waitForBlock(blockNumber, PROJECTION_MS);
    } catch (error) {
      if (error instanceof Stopped || error instanceof Unresolved) throw error;
      // What it runs into now is that ledger and database are being closed.
      if (this.#stopping.signal.aborted) throw new Stopped();
      ended('failed');
      await this.#fail(request, error);
    } finally {
      submission.release();
    }
  }

  async #fail({ operationIds, method }: SharedRequest, error: unknown): Promise<void> {
    const described = describe(error);
    if (described.code === 'INTERNAL')
      this.#log.error({ err: error, method, operationIds }, 'command failed');
    await this.#journal.fail(operationIds, described);
  }

  async #recoverIntent(intent: Intent): Promise<void> {
    const status = await findStatus(this.#parts, intent.transactionId);
    if (status !== undefined) {
      await this.#close(intent, status);
      return;
    }
    // Nobody knows how long this takes, and no other command depends on it.
    for (const id of intent.operationIds) this.#begin(id, null);
    const resolving = broadcastAndResolve(this.#parts, intent).then((found) => this.#close(intent, found));
    void this.#track(resolving, intent.operationIds);
  }

  /** Ends the operations of an earlier process, which alone knew how to endorse them anew. */
  async #close(
    intent: Intent,
    { validationCode, blockNumber }: { validationCode: number; blockNumber: number },
  ) {
    if (validationCode === VALID) {
      await this.#journal.commit(intent, blockNumber);
      return;
    }
    const detail = `the transaction was invalid (${validationName(validationCode)})`;
    await this.#journal.drop(intent.transactionId);
    await this.#journal.fail(intent.operationIds, unavailable(detail));
  }

  /** Counts the work as running until it ends, however it ends. */
  #track(work: Promise<void>, operationIds: readonly string[]): Promise<void> {
    const tracked = work
      .catch((error: unknown) => {
        if (!(error instanceof Stopped))
          this.#log.error({ err: error, operationIds }, 'command left unresolved');
      })
      .finally(() => {
        this.#running.delete(tracked);
        this.#finish(operationIds);
      });
    this.#running.add(tracked);
    return tracked;
  }

  #begin(id: string, account: string | null): void {
    if (account !== null && !this.#unfinished.has(id))
      this.#pendingOf.set(account, (this.#pendingOf.get(account) ?? 0) + 1);
    this.#unfinished.set(id, account);
  }

  #end(id: string): void {
    const account = this.#unfinished.get(id);
    this.#unfinished.delete(id);
    if (account == null) return;
    const others = (this.#pendingOf.get(account) ?? 0) - 1;
    if (others > 0) this.#pendingOf.set(account, others);
    else this.#pendingOf.delete(account);
  }

  #finish(operationIds: readonly string[]): void {
    for (const id of operationIds) {
      this.#end(id);
      for (const wake of this.#waiters.get(id) ?? []) wake();
    }
    this.#onEnd();
  }

  #finished(operationId: string, timeoutMs: number): { promise: Promise<void>; cancel: () => void } {
    const waiters = this.#waiters.get(operationId) ?? new Set();
    this.#waiters.set(operationId, waiters);
    let cancel: () => void = () => undefined;
    const promise = new Promise<void>((resolve) => {
      cancel = () => {
        clearTimeout(timer);
        waiters.delete(cancel);
        if (waiters.size === 0) this.#waiters.delete(operationId);
        resolve();
      };
      const timer = setTimeout(cancel, timeoutMs);
      waiters.add(cancel);
    });
    return { promise, cancel };
  }

  /** Why no new command of the account is taken; undefined when one is. */
  #refusal(account: string, keys: KeyCustody): Unavailable | TooManyPending | undefined {
    if (this.#draining) return new Unavailable('the gateway is stopping', OVERLOAD_RETRY_SEC);
    if (!this.#ready)
      return new Unavailable('the gateway is resolving what an earlier process left', OVERLOAD_RETRY_SEC);
    if (this.pending >= this.#limits.pending)
      return new Unavailable('too many commands are waiting', OVERLOAD_RETRY_SEC);
    const { pendingPerAccount } = this.#limits;
    // Those whose keys the gateway keeps are refused before anything is done for them.
    if (keys === 'own' && this.#parts.slots.own.isFull)
      return new Unavailable('too many commands are waiting for a signature', OVERLOAD_RETRY_SEC);
    if ((this.#pendingOf.get(account) ?? 0) < pendingPerAccount) return undefined;
    return new TooManyPending(`${pendingPerAccount} commands of ${account} are waiting`, OVERLOAD_RETRY_SEC);
  }
}

/** @throws BusinessError EXISTS_WITH_DIFFERENT_CONTENT */
function sameRequest(operation: Operation, request: Acceptance): Operation {
  if (operation.method === request.method && operation.requestHash === request.requestHash) return operation;
  throw new BusinessError(
    'EXISTS_WITH_DIFFERENT_CONTENT',
    'the idempotency key was used for another request',
  );
}

/** Failed without the ledger's judgement. */
const UNJUDGED: ReadonlySet<OperationErrorCode> = new Set(['UNAVAILABLE', 'INTERNAL', 'SIGNATURE_MISSING']);

function mayStartAnew({ status, error }: Operation): boolean {
  return status === 'failed' && error !== null && UNJUDGED.has(error.code);
}

function decodeResponse(answer: Uint8Array): Decoded {
  const { outcome, result } = JSON.parse(Buffer.from(answer).toString()) as {
    outcome: string;
    result: unknown;
  };
  return { results: [{ outcome, result }], writes: outcome !== 'exists' };
}

function describe(error: unknown): OperationError {
  if (error instanceof BusinessError) return { code: error.code, detail: error.detail };
  if (error instanceof Unavailable) return unavailable(error.message);
  if (error instanceof SignatureMissing) return { code: 'SIGNATURE_MISSING', detail: error.message };
  return { code: 'INTERNAL', detail: 'the gateway failed; its log says why' };
}

function unavailable(detail: string): OperationError {
  return { code: 'UNAVAILABLE', detail: `${detail}; nothing was written, send the same request again` };
}
