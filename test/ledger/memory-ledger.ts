import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { status } from '@grpc/grpc-js';
import { peer } from '@hyperledger/fabric-protos';
import { validateBlock, type ValidationCode } from './block-validation.ts';
import {
  chaincodeComplaint,
  commitError,
  endorseError,
  evaluateError,
  evaluateUnavailable,
} from './client-errors.ts';
import { agreedEndorsement, complaintOf, LedgerRuleViolation } from './endorsement-comparison.ts';
import { copyProcesses, localCopy, type EndorserCopies } from './endorser-copies.ts';
import {
  isEndorsed,
  type ChaincodeEvent,
  type ChaincodeResponse,
  type Endorsement,
  type EndorsementRequest,
} from './endorser.ts';
import { LedgerClock, toTimestamp, type Instant } from './ledger-clock.ts';
import type { Argument, EndorsedTransaction, LedgerClient, SubmitResult } from './ledger-client.ts';
import type { TestIdentity } from './organisation.ts';
import { serialisedIdentity, type LedgerTimestamp } from './proposal-encoding.ts';
import type { KeyWrite, ReadWriteSet } from './read-write-set.ts';
import type { OperationCount, RuleSet } from './transaction-simulator.ts';
import { DEFAULT_BLOCKS_KEPT, WorldState } from './world-state.ts';

/** Settings of a ledger; all but the chaincode have a default. */
export interface MemoryLedgerOptions {
  /** Folder of the chaincode package, whose package.json names the compiled entry. */
  readonly chaincode: string;
  /** Name under which it is deployed; the folder's name unless given. */
  readonly chaincodeName?: string;
  readonly channel?: string;
  /** 3: child processes with different surroundings, compared. 1: in this process, fast. */
  readonly copies?: 1 | 3;
  /** Whether rules of the house are enforced that Fabric does not enforce; `strict` unless given. */
  readonly rules?: RuleSet;
  /** Where the clock stands at first. */
  readonly start?: Instant;
  /** Makes the transaction ids; the same seed and calls give the same ids. */
  readonly seed?: string;
}

/** Options of one proposal. */
export interface ProposalOptions {
  /** The client's time; the ledger's clock unless given. */
  readonly timestamp?: Instant;
  readonly txId?: string;
  /** One copy executes against the state so many blocks ago. */
  readonly lag?: { readonly copy: number; readonly blocks: number };
}

/** Who created a transaction. */
export interface TransactionCreator {
  readonly mspId: string;
  readonly id: string;
  readonly role: string;
  /** PEM */
  readonly certificate: string;
}

/** A transaction as endorsed. */
export interface ProposedTransaction {
  readonly txId: string;
  readonly functionName: string;
  /** Without the function's name. */
  readonly args: readonly Buffer[];
  readonly creator: TransactionCreator;
  readonly timestamp: LedgerTimestamp;
  readonly response: ChaincodeResponse;
  readonly rwset: ReadWriteSet;
  readonly event: ChaincodeEvent | undefined;
  readonly operations: OperationCount;
}

/** An endorsed transaction that waits for its block. */
export interface Proposal extends ProposedTransaction, EndorsedTransaction {
  readonly event: ChaincodeEvent | undefined;
}

/** A transaction in a block, valid or not; the writes of an invalid one were never applied. */
export interface CommittedTransaction extends ProposedTransaction {
  readonly validationCode: ValidationCode;
  /** Shorthand for the write set. */
  readonly writes: readonly KeyWrite[];
}

/** A committed block; the first one has number 1, for block 0 holds the channel's configuration. */
export interface Block {
  readonly number: number;
  readonly transactions: readonly CommittedTransaction[];
}

/** The committed state for reading. */
export interface StateView extends Iterable<[key: string, value: Buffer]> {
  /** The value, undefined if there is none. */
  get(key: string): Buffer | undefined;
}

/**
 * A channel of Hyperledger Fabric with one chaincode, in memory: executes the real contracts through fabric-shim,
 * orders what it is given, and validates as a peer does. Endorsement policies and access control are not imitated:
 * every identity may send, and all copies must agree. Transient data are not imitated: a chaincode sees none.
 */
export class MemoryLedger implements LedgerClient<TestIdentity> {
  readonly clock: LedgerClock;
  readonly channel: string;
  readonly #chaincodeName: string;
  readonly #rules: RuleSet;
  readonly #seed: string;
  readonly #state: WorldState;
  readonly #copies: EndorserCopies;
  readonly #blocks: Block[] = [];
  readonly #transactions = new Map<string, CommittedTransaction>();
  #proposals = 0;

  private constructor(
    options: MemoryLedgerOptions,
    chaincodeName: string,
    state: WorldState,
    copies: EndorserCopies,
  ) {
    this.clock = new LedgerClock(options.start);
    this.channel = options.channel ?? 'market';
    this.#chaincodeName = chaincodeName;
    this.#rules = options.rules ?? 'strict';
    this.#seed = options.seed ?? 'memory-ledger';
    this.#state = state;
    this.#copies = copies;
  }

  /**
   * Starts a ledger on an empty state.
   *
   * @throws Error if the chaincode cannot be loaded (with three copies, at the first transaction).
   */
  static async start(options: MemoryLedgerOptions): Promise<MemoryLedger> {
    const chaincodeName = options.chaincodeName ?? basename(options.chaincode);
    const state = new WorldState(DEFAULT_BLOCKS_KEPT);
    const copies =
      options.copies === 1
        ? await localCopy(options.chaincode, chaincodeName, state)
        : copyProcesses(options.chaincode, chaincodeName);
    return new MemoryLedger(options, chaincodeName, state, copies);
  }

  /** Every block so far, oldest first. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** The committed state, in key order. */
  get state(): StateView {
    const state = this.#state;
    return {
      get: (key) => state.get(key)?.value,
      [Symbol.iterator]: () => state.entries(),
    };
  }

  /** The first transaction of this id in a block, valid or not. */
  transaction(txId: string): CommittedTransaction | undefined {
    return this.#transactions.get(txId);
  }

  /**
   * Executes a function on all copies.
   *
   * @throws EndorseError if the chaincode or a peer refuses; MismatchError, one of those, if the copies differ.
   * @throws LedgerRuleViolation if the chaincode breaks a rule of the set, or leaves requests unawaited.
   */
  async endorse(
    identity: TestIdentity,
    functionName: string,
    args: readonly Argument[],
    options: ProposalOptions = {},
  ): Promise<Proposal> {
    const request = this.#request(identity, functionName, args, options);
    const refusal = this.clock.refusal(request.timestamp) ?? this.#duplicate(request.transactionId, identity);
    if (refusal !== undefined) {
      throw endorseError(request.transactionId, [complaintOf(0, identity.mspId, refusal)]);
    }
    const endorsements = await this.#executions(request, options.lag);
    const sameState = options.lag === undefined;
    const agreed = agreedEndorsement(request.transactionId, identity.mspId, endorsements, sameState);
    return this.#proposal(identity, request, agreed);
  }

  /**
   * Orders proposals into one block, validates them in this order and commits the valid ones.
   *
   * @returns the block, with a validation code for each transaction; nothing is thrown for an invalid one.
   */
  commit(proposals: readonly ProposedTransaction[]): Block {
    const ordered = proposals.map(({ txId, rwset }) => ({ transactionId: txId, readWriteSet: rwset }));
    const { codes, writes } = validateBlock(ordered, this.#state, (txId) => this.#transactions.has(txId));
    const number = this.#state.height + 1;
    const transactions = proposals.map((proposal, at) =>
      committed(proposal, codes[at] ?? peer.TxValidationCode.NOT_VALIDATED),
    );
    for (const transaction of transactions) {
      if (!this.#transactions.has(transaction.txId)) this.#transactions.set(transaction.txId, transaction);
    }
    const block = { number, transactions };
    this.#blocks.push(block);
    this.#state.commit(number, writes);
    this.#copies.commit(number, writes);
    return block;
  }

  /**
   * Endorses a transaction and commits it in a block of its own.
   *
   * @throws as `endorse`, and CommitError with the validation code if it was found invalid.
   */
  async submit(
    identity: TestIdentity,
    functionName: string,
    args: readonly Argument[],
    options: ProposalOptions = {},
  ): Promise<SubmitResult> {
    return (await this.endorse(identity, functionName, args, options)).submit();
  }

  /**
   * Executes a function on the client's own peer and keeps nothing of it.
   *
   * @throws GatewayError if the chaincode or the peer refuses; LedgerRuleViolation as `endorse`.
   */
  async evaluate(
    identity: TestIdentity,
    functionName: string,
    args: readonly Argument[],
    options: ProposalOptions = {},
  ): Promise<Buffer> {
    const request = this.#request(identity, functionName, args, options);
    const complain = (message: string) => complaintOf(0, identity.mspId, message);
    const tooFarOff = this.clock.refusal(request.timestamp);
    if (tooFarOff !== undefined) throw evaluateUnavailable(complain(tooFarOff));
    const duplicate = this.#duplicate(request.transactionId, identity);
    if (duplicate !== undefined) throw evaluateError(status.FAILED_PRECONDITION, complain(duplicate));
    const endorsement = await this.#execute(0, request, options.lag);
    if (endorsement.violation !== undefined) throw new LedgerRuleViolation(endorsement.violation);
    const { response } = endorsement;
    if (!isEndorsed(endorsement)) {
      throw evaluateError(status.UNKNOWN, complain(chaincodeComplaint(response.status, response.message)));
    }
    return response.payload;
  }

  /** Gives the copies' memory back; the ledger is of no use afterwards. */
  close(): void {
    this.#copies.close();
  }

  #request(
    identity: TestIdentity,
    functionName: string,
    args: readonly Argument[],
    options: ProposalOptions,
  ): EndorsementRequest {
    this.#proposals += 1;
    const nonce = createHash('sha256').update(`${this.#seed} ${this.#proposals}`).digest().subarray(0, 24);
    return {
      channel: this.channel,
      chaincode: this.#chaincodeName,
      transactionId: options.txId ?? transactionId(nonce, identity),
      nonce,
      mspId: identity.mspId,
      certificate: identity.certificate,
      timestamp: options.timestamp === undefined ? this.clock.now : toTimestamp(options.timestamp),
      args: [functionName, ...args].map((argument) => Buffer.from(argument)),
      atBlock: this.#state.height,
      rules: this.#rules,
    };
  }

  #duplicate(txId: string, { mspId, certificate }: TestIdentity): string | undefined {
    if (!this.#transactions.has(txId)) return undefined;
    const creator = Buffer.from(serialisedIdentity(mspId, certificate)).toString('hex');
    return `duplicate transaction found [${txId}]. Creator [${creator}]`;
  }

  async #executions(request: EndorsementRequest, lag: ProposalOptions['lag']): Promise<Endorsement[]> {
    // The single copy in this process can play a second one that lags behind, but only one after the other.
    const count = lag === undefined ? this.#copies.count : Math.max(this.#copies.count, 2);
    if (lag !== undefined && lag.copy >= count) throw new RangeError(`there is no copy ${lag.copy}`);
    const copies = Array.from({ length: count }, (_, copy) => copy);
    if (this.#copies.count > 1) {
      return Promise.all(copies.map((copy) => this.#execute(copy, request, lag)));
    }
    const endorsements: Endorsement[] = [];
    for (const copy of copies) endorsements.push(await this.#execute(copy, request, lag));
    return endorsements;
  }

  #execute(copy: number, request: EndorsementRequest, lag: ProposalOptions['lag']): Promise<Endorsement> {
    const behind = lag?.copy === copy ? lag.blocks : 0;
    const atBlock = Math.max(request.atBlock - behind, 0);
    return this.#copies.endorse(copy, { ...request, atBlock });
  }

  #proposal(identity: TestIdentity, request: EndorsementRequest, endorsement: Endorsement): Proposal {
    const { mspId, id, role, certificate } = identity;
    const [functionName = Buffer.alloc(0), ...args] = request.args.map((argument) => Buffer.from(argument));
    const { response, readWriteSet, event, operations } = endorsement;
    const proposal: ProposedTransaction = {
      txId: request.transactionId,
      functionName: functionName.toString('utf8'),
      args,
      creator: { mspId, id, role, certificate },
      timestamp: request.timestamp,
      response,
      rwset: readWriteSet,
      event,
      operations,
    };
    const submit = () => Promise.resolve().then(() => this.#commitAlone(proposal));
    return { ...proposal, event, result: response.payload, submit };
  }

  #commitAlone(proposal: ProposedTransaction): SubmitResult {
    const { number, transactions } = this.commit([proposal]);
    const code = transactions[0]?.validationCode ?? peer.TxValidationCode.NOT_VALIDATED;
    if (code !== peer.TxValidationCode.VALID) throw commitError(proposal.txId, code);
    const { txId, response, event } = proposal;
    return { txId, blockNumber: number, result: response.payload, ...(event === undefined ? {} : { event }) };
  }
}

/** As in Fabric a hash of nonce and creator; without the certificate, whose signature differs in every run. */
function transactionId(nonce: Uint8Array, { mspId, id }: TestIdentity): string {
  return createHash('sha256')
    .update(nonce)
    .update(JSON.stringify([mspId, id]))
    .digest('hex');
}

function committed(proposal: ProposedTransaction, validationCode: ValidationCode): CommittedTransaction {
  const { txId, functionName, args, creator, timestamp, response, rwset, event, operations } = proposal;
  return {
    txId,
    functionName,
    args,
    creator,
    timestamp,
    response,
    rwset,
    writes: rwset.writes,
    event,
    operations,
    validationCode,
  };
}
