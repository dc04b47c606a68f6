import type { Change } from '../change';
import type { Decision } from '../decision';
import { DomainError } from '../error-code';
import { decideEach } from '../list';
import type { Registration, RegistrationStatus, VerdictList } from './registration';

/** What connection points and devices have in common. */
export type Registered = Registration & { readonly id: string; readonly owner: string };

/** The record after a transition; null when the transition has happened already by the same caller. */
export type Transition<Item extends Registered> = (item: Item) => Item | null;

/**
 * Carries out one transition of several registered items, with a verdict each.
 * @param stored by id
 */
export function decideTransitions<Item extends Registered>(
  ids: readonly string[],
  stored: ReadonlyMap<string, Item>,
  transition: Transition<Item>,
  changeOf: (value: Item) => Change,
): Decision<VerdictList> {
  return decideEach(
    ids,
    (id) => id,
    (id) => {
      const item = stored.get(id);
      if (item === undefined) throw new DomainError('NOT_FOUND', id);
      const after = transition(item);
      return after === null
        ? { outcome: 'exists', changes: [] }
        : { outcome: 'done', changes: [changeOf(after)] };
    },
  );
}

/** @throws DomainError STATE_CONFLICT */
export function requireStatus({ id, status }: Registered, ...allowed: RegistrationStatus[]): void {
  if (!allowed.includes(status)) throw new DomainError('STATE_CONFLICT', `${id} is ${status}`);
}
