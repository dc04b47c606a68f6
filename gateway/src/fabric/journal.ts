import type { Operation, OperationErrorCode } from './operation.ts';

/** A transaction that is or may have been broadcast, kept until its fate is known. */
export interface Intent {
  readonly transactionId: string;
  readonly operationIds: readonly string[];
  readonly envelope: Uint8Array;
  /** What each operation answers once the transaction is valid. */
  readonly results: readonly unknown[];
}

export interface NewOperation {
  readonly id: string;
  readonly account: string;
  readonly method: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
}

export interface OperationError {
  readonly code: OperationErrorCode;
  readonly detail: string;
}

/** The durable record of operations and intents. Every method is one database transaction. */
export interface Journal {
  /** Creates a pending operation unless the account has one under that key. */
  open(operation: NewOperation): Promise<{ readonly operation: Operation; readonly created: boolean }>;
  find(id: string): Promise<Operation | undefined>;
  findByKey(account: string, idempotencyKey: string): Promise<Operation | undefined>;
  /** Makes an operation that failed pending again; undefined when another request was first. */
  reopen(id: string): Promise<Operation | undefined>;
  /** Before a broadcast. */
  intend(intent: Intent): Promise<void>;
  /** The intent's transaction is valid: its operations are committed. */
  commit(intent: Intent, blockNumber: number): Promise<void>;
  /** The intent's transaction is invalid; its operations stay pending. */
  drop(transactionId: string): Promise<void>;
  /** Operations whose result is on the ledger without a transaction of their own. */
  settle(operationIds: readonly string[], results: readonly unknown[], blockNumber: number): Promise<void>;
  fail(operationIds: readonly string[], error: OperationError): Promise<void>;
  intents(): Promise<Intent[]>;
  /** Ids of pending operations without an intent. */
  unbroadcast(): Promise<string[]>;
}
