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

/** One peer's signature under an answer. */
export interface Endorsement {
  /** SerializedIdentity of the peer. */
  readonly endorser: Uint8Array;
  /** ECDSA (DER) over SHA-256 of the ProposalResponsePayload followed by the endorser. */
  readonly signature: Uint8Array;
}

/** What was asked and what enough peers have signed as its answer, as Fabric's own bytes. Nothing of it can be ordered. */
export interface Attestation {
  /** The signed answer names SHA-256 of these three, one after the other. */
  readonly call: {
    readonly channelHeader: Uint8Array;
    readonly signatureHeader: Uint8Array;
    /** ChaincodeProposalPayload. */
    readonly payload: Uint8Array;
  };
  /** ProposalResponsePayload. */
  readonly payload: Uint8Array;
  readonly endorsements: readonly Endorsement[];
  /** What the method answered. */
  readonly result: Uint8Array;
}

export interface CommitStatus {
  /** Fabric's TxValidationCode; 0 is valid. */
  readonly validationCode: number;
  readonly blockNumber: number;
}

/**
 * The channel as one gateway sees it through its organisation's peer. Every call has a deadline. `evaluate`,
 * `endorse` and `attest` throw BusinessError, Conflict or Unavailable for what these mean, and other errors for what is a defect.
 */
export interface Ledger {
  /** Runs a method without writing: on the own peer, or on another one when that cannot and `ownPeer` is not set. */
  evaluate(
    identity: LedgerIdentity,
    call: Call,
    options?: { readonly ownPeer?: boolean },
  ): Promise<Uint8Array>;
  endorse(identity: LedgerIdentity, call: Call): Promise<EndorsedTransaction>;
  /** Has an answer signed by as many peers as would have to endorse a transaction; only the question is signed for it. */
  attest(identity: LedgerIdentity, call: Call): Promise<Attestation>;
  /** Sends an envelope to the orderers. A failure says nothing about whether it will be ordered. */
  broadcast(envelope: Uint8Array): Promise<void>;
  /** Waits until the own peer has committed the transaction; rejects when `timeoutMs` passes first. */
  commitStatus(transactionId: string, timeoutMs: number): Promise<CommitStatus>;
  /** Validation code of a transaction on the own peer; undefined when it has none (yet). */
  findValidationCode(transactionId: string): Promise<number | undefined>;
  /** Number of blocks on the own peer. */
  height(): Promise<number>;
}
