import type { LedgerIdentity } from './wallet.ts';

/** One call of the chaincode: `<contract>:<transaction>` and its arguments as Fabric sees them. */
export interface Call {
  readonly method: string;
  readonly args: readonly (string | Uint8Array)[];
}

/** A transaction that enough peers have endorsed, signed by its creator and ready for ordering. */
export interface EndorsedTransaction {
  readonly transactionId: string;
  /** Signed PreparedTransaction; broadcasting these very bytes again can never do the work twice. */
  readonly envelope: Uint8Array;
  /** What the method answered. */
  readonly result: Uint8Array;
}

export interface CommitStatus {
  /** Fabric's TxValidationCode; 0 is valid. */
  readonly validationCode: number;
  readonly blockNumber: number;
}

/**
 * The channel as one gateway sees it through its organisation's peer. Every call has a deadline. `evaluate` and
 * `endorse` throw BusinessError, Conflict or Unavailable for what these mean, and other errors for what is a defect.
 */
export interface Ledger {
  /** Runs a method without writing: on the own peer, or on another one when that cannot and `ownPeer` is not set. */
  evaluate(
    identity: LedgerIdentity,
    call: Call,
    options?: { readonly ownPeer?: boolean },
  ): Promise<Uint8Array>;
  endorse(identity: LedgerIdentity, call: Call): Promise<EndorsedTransaction>;
  /** Sends an envelope to the orderers. A failure says nothing about whether it will be ordered. */
  broadcast(envelope: Uint8Array): Promise<void>;
  /** Waits until the own peer has committed the transaction; rejects when `timeoutMs` passes first. */
  commitStatus(transactionId: string, timeoutMs: number): Promise<CommitStatus>;
  /** Validation code of a transaction on the own peer; undefined when it has none (yet). */
  findValidationCode(transactionId: string): Promise<number | undefined>;
  /** Number of blocks on the own peer. */
  height(): Promise<number>;
}
