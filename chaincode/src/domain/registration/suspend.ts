import type { Caller } from '../identity/admit';
import { requireStatus, type Registered, type Transition } from './transition';

/**
 * Interrupts an approved registration: no reading is accepted and no certificate issued meanwhile.
 * @throws DomainError STATE_CONFLICT
 */
export function suspend<Item extends Registered>(caller: Caller, reason: string): Transition<Item> {
  return (item) => {
    if (item.status === 'suspended' && item.suspendedBy === caller.account && item.reason === reason)
      return null;
    requireStatus(item, 'approved');
    return { ...item, status: 'suspended', suspendedBy: caller.account, reason };
  };
}
