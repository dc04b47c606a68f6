import type { z } from 'zod';
import type { Change } from './change';
import type { Role } from './identity/role';

/**
 * One transaction of the chaincode as its callers see it. The registry of all methods is the single source of the
 * contracts' names, the authorisation matrix, the gateway's commands and the tests.
 */
export interface Method<Command extends z.ZodType = z.ZodType, Result extends z.ZodType = z.ZodType> {
  /** `<contract>:<transaction>` as Fabric calls it. */
  readonly name: string;
  /** `submit` writes; `evaluate` only reads. */
  readonly kind: 'submit' | 'evaluate';
  /** Roles that may call it; rules about the record come on top, in `decide`. */
  readonly roles: readonly Role[];
  /** The single argument, as JSON; readings take one binary argument instead and have no command schema. */
  readonly command: Command;
  readonly result: Result;
  /**
   * What the caller asked for, without the records that its gateway picked to do it (coins, pieces, cursor): only this
   * part is compared when a command comes again under the same idempotency key. `account` is the caller's, to tell its
   * own change from what goes to others. Default: the whole command.
   */
  readonly intent?: (command: z.output<Command>, account: string) => unknown;
}

/** Response of a `submit` method, as JSON. `exists`: the same command was done before, nothing changed now. */
export interface Response<Result> {
  readonly outcome: 'done' | 'exists';
  readonly result: Result;
  readonly changes: readonly Change[];
}

export function defineMethod<Command extends z.ZodType, Result extends z.ZodType>(
  method: Method<Command, Result>,
): Method<Command, Result> {
  return method;
}
