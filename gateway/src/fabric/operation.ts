import type { ErrorCode } from '@commonwatt/chaincode/domain';

export type OperationErrorCode = ErrorCode | 'UNAVAILABLE' | 'INTERNAL' | 'SIGNATURE_MISSING';

/** What became of one command of a client; the resource that a POST answers. Times are epoch milliseconds. */
export interface Operation {
  readonly id: string;
  readonly account: string;
  /** `<contract>:<transaction>`. */
  readonly method: string;
  readonly idempotencyKey: string;
  /** SHA-256 of the request, to tell a resent one from another under the same key. */
  readonly requestHash: string;
  /**
   * `pending` until the ledger has decided, however long that takes once something was broadcast. `failed` means that
   * nothing was written.
   */
  readonly status: 'pending' | 'committed' | 'failed';
  /** Every transaction tried for it, in order; only the last one can have been valid. */
  readonly transactionIds: readonly string[];
  /** Once committed: a block from which on the ledger holds the result. */
  readonly blockNumber: number | null;
  /** Once committed: what the command's `decode` made of the method's answer. */
  readonly result: unknown;
  /** Once failed. */
  readonly error: { readonly code: OperationErrorCode; readonly detail: string } | null;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}
