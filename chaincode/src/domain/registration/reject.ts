import { requireStatus, type Registered, type Transition } from './transition';

/**
 * Ends a registration before its approval, for good.
 * @throws DomainError STATE_CONFLICT
 */
export function reject<Item extends Registered>(reason: string): Transition<Item> {
  return (item) => {
    if (item.status === 'rejected' && item.reason === reason) return null;
    requireStatus(item, 'submitted', 'confirmed');
    return { ...item, status: 'rejected', reason };
  };
}
