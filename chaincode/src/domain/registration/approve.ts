import type { Caller } from '../identity/admit';
import { requireStatus, type Registered, type Transition } from './transition';

/**
 * The registrar's signature, after the grid operator's.
 * @throws DomainError STATE_CONFLICT
 */
export function approve<Item extends Registered>(caller: Caller): Transition<Item> {
  return (item) => {
    if (item.status === 'approved' && item.approvedBy === caller.account) return null;
    requireStatus(item, 'confirmed');
    return { ...item, status: 'approved', approvedBy: caller.account };
  };
}
