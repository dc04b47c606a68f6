import type { Caller } from '../identity/admit';
import { requireMayLift } from '../identity/suspension';
import { requireStatus, type Registered, type Transition } from './transition';

/** @throws DomainError NOT_AUTHORISED, STATE_CONFLICT */
export function reinstate<Item extends Registered>(caller: Caller, reason: string): Transition<Item> {
  return (item) => {
    requireMayLift(caller, item.suspendedBy);
    if (item.status === 'approved' && item.reason === reason) return null;
    requireStatus(item, 'suspended');
    return { ...item, status: 'approved', suspendedBy: undefined, reason };
  };
}
