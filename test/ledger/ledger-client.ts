import type { ChaincodeEvent } from './endorser.ts';

/** Who sends a transaction: an enrolment id of an organisation. */
export interface LedgerIdentity {
  readonly mspId: string;
  readonly id: string;
}

/** A committed, valid transaction. */
export interface SubmitResult {
  readonly txId: string;
  readonly blockNumber: number;
  /** What the function returned, as bytes. */
  readonly result: Buffer;
  readonly event?: ChaincodeEvent;
}

/** A transaction that the endorsers have signed, and nobody has ordered yet. */
export interface EndorsedTransaction {
  readonly txId: string;
  readonly result: Buffer;
  readonly event?: ChaincodeEvent;
  /**
   * Orders the transaction and waits for its validation.
   *
   * @throws CommitError of fabric-gateway with the validation code, if it was found invalid.
   */
  submit(): Promise<SubmitResult>;
}

/** An argument; text is sent as UTF-8. */
export type Argument = string | Uint8Array;

/**
 * What the in-memory ledger and a real network have in common. Errors are the classes of fabric-gateway, with the codes
 * and details a client of Fabric sees.
 */
export interface LedgerClient<I extends LedgerIdentity = LedgerIdentity> {
  /** @throws EndorseError (code 10) if an endorser refuses or the endorsers disagree. */
  endorse(identity: I, functionName: string, args: readonly Argument[]): Promise<EndorsedTransaction>;

  /**
   * Endorses, orders and waits for the commit; tries once only.
   *
   * @throws EndorseError, CommitError.
   */
  submit(identity: I, functionName: string, args: readonly Argument[]): Promise<SubmitResult>;

  /**
   * Executes on one peer and changes nothing.
   *
   * @throws GatewayError (code 2) if the function throws.
   */
  evaluate(identity: I, functionName: string, args: readonly Argument[]): Promise<Buffer>;
}
