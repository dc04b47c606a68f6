import { DomainError } from '../error-code';
import { parseAccountId } from '../identifier';
import type { Caller } from '../identity/admit';
import type { Role } from '../identity/role';

/** Who reads a household's intervals besides the owner and its own organisation's officers below. */
const METERING_READERS: readonly Role[] = ['gridOperator', 'registrar', 'auditor'];
const OWN_METERING_READERS: readonly Role[] = ['manager', 'gateway'];
/** Who reads money besides the parties. */
const MONEY_READERS: readonly Role[] = ['treasurer', 'registrar', 'auditor'];

/** @throws DomainError NOT_AUTHORISED */
export function requireMayReadMetering(caller: Caller, owner: string): void {
  const isOwnOfficer =
    OWN_METERING_READERS.includes(caller.role) && parseAccountId(owner).mspId === caller.mspId;
  if (caller.account === owner || METERING_READERS.includes(caller.role) || isOwnOfficer) return;
  throw new DomainError('NOT_AUTHORISED', "readings of another's meter");
}

/** @throws DomainError NOT_AUTHORISED */
export function requireMayReadMoney(caller: Caller, parties: readonly string[]): void {
  if (parties.includes(caller.account) || MONEY_READERS.includes(caller.role)) return;
  throw new DomainError('NOT_AUTHORISED', 'money of others');
}
