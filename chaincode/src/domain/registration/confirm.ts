import type { Caller } from '../identity/admit';
import { requireStatus, type Registered, type Transition } from './transition';

/**
 * The grid operator's signature: bus, limits and capacity are right.
 * @throws DomainError STATE_CONFLICT
 */
export function confirm<Item extends Registered>(caller: Caller): Transition<Item> {
  return (item) => {
    const isStanding = item.status === 'confirmed' || item.status === 'approved';
    if (isStanding && item.confirmedBy === caller.account) return null;
    requireStatus(item, 'submitted');
    return { ...item, status: 'confirmed', confirmedBy: caller.account };
  };
}
