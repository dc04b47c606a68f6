import { DomainError } from '../error-code';
import { parseAccountId } from '../identifier';
import type { Caller } from './admit';

/**
 * A suspension is lifted by the organisation that imposed it, or by the registrar: nobody else can undo the registrar's.
 * @throws DomainError NOT_AUTHORISED
 */
export function requireMayLift(caller: Caller, suspendedBy: string | undefined): void {
  if (caller.role === 'registrar' || suspendedBy === undefined) return;
  if (parseAccountId(suspendedBy).mspId === caller.mspId) return;
  throw new DomainError('NOT_AUTHORISED', `suspended by ${suspendedBy}`);
}
