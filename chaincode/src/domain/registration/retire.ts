import { DomainError } from '../error-code';
import { parseAccountId } from '../identifier';
import type { Caller } from '../identity/admit';
import { requireStatus, type Registered, type Transition } from './transition';

/**
 * Ends a registration for good. A manager retires what belongs to its organisation.
 * @throws DomainError NOT_AUTHORISED, STATE_CONFLICT
 */
export function retire<Item extends Registered>(caller: Caller, reason: string): Transition<Item> {
  return (item) => {
    if (caller.role !== 'registrar' && parseAccountId(item.owner).mspId !== caller.mspId) {
      throw new DomainError('NOT_AUTHORISED', `${item.id} is of another organisation`);
    }
    if (item.status === 'retired' && item.reason === reason) return null;
    requireStatus(item, 'submitted', 'confirmed', 'approved', 'suspended');
    return { ...item, status: 'retired', reason };
  };
}
