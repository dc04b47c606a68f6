import type { SignatureRequest } from './signature-requests.ts';
import type { LedgerIdentity } from './wallet.ts';
import type { Operation } from './operation.ts';

export interface Prepared {
  readonly args: readonly (string | Uint8Array)[];
  /** Gives back what was reserved; called exactly once, when the transaction is resolved or another is prepared. */
  readonly release?: () => void;
  /** Looking again would find the same: the client named what is to be used. */
  readonly isFixed?: boolean;
}

/** What a decoded answer of the chaincode tells. */
export interface Decoded {
  /** For the client, as JSON; one for each operation of the submission, in order. */
  readonly results: readonly unknown[];
  /** False when the transaction would write nothing (`exists`): it is then not broadcast at all. */
  readonly writes: boolean;
}

export interface CommandRequest {
  readonly identity: LedgerIdentity;
  readonly method: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  /**
   * Builds the arguments, for each proposal after a "look again" code anew (attempt 0, 1, ...) from the fresh read
   * model. A BusinessError or Unavailable thrown here ends the operation with it.
   */
  readonly prepare: (context: { readonly attempt: number }) => Promise<Prepared>;
  /** Default: the JSON `Response` of a method, without its changes: `{outcome, result}`. */
  readonly decode?: (answer: Uint8Array) => Decoded;
}

/** One transaction for operations that were accepted before, for instance gathered blocks of many meters. */
export interface SharedRequest {
  readonly identity: LedgerIdentity;
  readonly method: string;
  readonly operationIds: readonly string[];
  readonly prepare: CommandRequest['prepare'];
  readonly decode: (answer: Uint8Array) => Decoded;
}

export interface Commands {
  /**
   * Starts a command and answers its (pending) operation; the same account and key again answer the operation that is
   * there already. An operation that failed with UNAVAILABLE or INTERNAL is started anew.
   *
   * @throws BusinessError EXISTS_WITH_DIFFERENT_CONTENT when the key was used for another request.
   * @throws Unavailable when too many commands are waiting, TooManyPending when too many of them are the account's.
   */
  execute(request: CommandRequest): Promise<Operation>;
  /** Like execute, but only makes the operation durable; `created` is false when it was there already. */
  accept(
    request: Pick<CommandRequest, 'method' | 'idempotencyKey' | 'requestHash'> & { readonly account: string },
  ): Promise<{ readonly operation: Operation; readonly created: boolean }>;
  /** Runs one transaction for accepted operations; resolves when all of them are finished. Never rejects. */
  submitShared(request: SharedRequest): Promise<void>;
  find(operationId: string): Promise<Operation | undefined>;
  /** What the operation waits for the owner of the key to sign. */
  signatureRequest(operationId: string): SignatureRequest | undefined;
  /**
   * Takes a signature that an operation waits for.
   *
   * @returns false when it waits for none of that id, or the signature is not the key's
   */
  sign(operationId: string, requestId: string, signature: Uint8Array): boolean;
  /**
   * Ends an operation that waits for a signature.
   *
   * @returns false when it waits for none
   */
  cancel(operationId: string): boolean;
  /**
   * Answers the operation as soon as it waits for a signature, or is finished and, when committed, visible in the read model, or as it is after
   * `timeoutMs`.
   */
  wait(operationId: string, timeoutMs: number): Promise<Operation | undefined>;
  /** Resolves what an earlier process left unresolved; commands are refused as Unavailable until the first pass is done. */
  recover(): Promise<void>;
  readonly ready: boolean;
  /** Commands not finished yet in this process. */
  readonly pending: number;
  /** How many commands whose keys the gateway keeps may be under way without slowing each other. */
  readonly limit: number;
  /** Whether as many are. */
  readonly isCrowded: boolean;
  /** Takes no more commands and waits at most `timeoutMs` for those under way; the rest is resolved at the next start. */
  drain(timeoutMs: number): Promise<void>;
}
