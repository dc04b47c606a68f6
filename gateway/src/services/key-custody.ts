import type { Caller } from '../authentication/principal.ts';
import { Problem } from '../problem/problem.ts';

/**
 * For what the gateway asks of peers in the caller's name, without an operation that could wait for a signature.
 *
 * @throws Problem KEY_CUSTODY_CONFLICT when the caller keeps the key
 */
export function requireCustody({ account, identity }: Caller): void {
  if (identity.keys === 'own')
    throw new Problem(
      'KEY_CUSTODY_CONFLICT',
      `${account} signs for itself: the gateway cannot ask in its name`,
    );
}
