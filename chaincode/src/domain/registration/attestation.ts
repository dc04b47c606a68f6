import { DomainError } from '../error-code';
import type { Meter } from '../meter/meter';
import type { Watts } from '../quantity';

/** Above this power readings are attested by somebody else than the owner. */
export const MAX_SELF_ATTESTED_W: Watts = 150_000;

/**
 * @param powerW the largest that the meter's registers can show
 * @throws DomainError COLLECTOR_IS_OWNER
 */
export function requireOtherCollector(
  { attestedBy }: Meter,
  { owner, powerW }: { readonly owner: string; readonly powerW: Watts },
): void {
  if (attestedBy === owner && powerW > MAX_SELF_ATTESTED_W)
    throw new DomainError('COLLECTOR_IS_OWNER', `${owner} has ${powerW} W`);
}
