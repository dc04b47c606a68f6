import { DomainError } from './error-code';
import type { EpochSeconds } from './quantity';

/** A command that creates something: under which id, and what the command asked for. */
export interface Request {
  /** `requestIdOf(channel, account, method, idempotencyKey)`. */
  readonly id: string;
  /** The caller's. */
  readonly account: string;
  /** When: the transaction's time. */
  readonly at: EpochSeconds;
  /** `commandHashOf(channel, method, intent)`. */
  readonly commandHash: string;
}

/**
 * True when the command was done before and `existing` is what it created.
 * @throws DomainError EXISTS_WITH_DIFFERENT_CONTENT when something else was created under its id.
 */
export function isRepeated<Existing extends { readonly commandHash: string }>(
  existing: Existing | undefined,
  commandHash: string,
): existing is Existing {
  if (existing === undefined) return false;
  if (existing.commandHash === commandHash) return true;
  throw new DomainError('EXISTS_WITH_DIFFERENT_CONTENT', 'another command was done under this id or key');
}
