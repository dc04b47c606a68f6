import { z } from 'zod';
import { done, exists, type Decision } from '../decision';
import { DomainError } from '../error-code';
import { mspId, text } from '../identifier';
import { FOUNDING_MSPS, type Consortium, type Organisation } from './organisation';

export const organisationStandingCommand = z.strictObject({ mspId, reason: text });

/**
 * Suspends or reinstates an organisation. Repeated with the same reason it has happened already.
 * @throws DomainError NOT_FOUND, ORGANISATION_KIND_FIXED, STATE_CONFLICT
 */
export function decideStanding(
  status: Organisation['status'],
  { mspId: id, reason }: z.infer<typeof organisationStandingCommand>,
  consortium: Consortium,
): Decision<Organisation> {
  const organisation = consortium.organisations.find((item) => item.mspId === id);
  if (organisation === undefined) throw new DomainError('NOT_FOUND', id);
  if (FOUNDING_MSPS.includes(id)) throw new DomainError('ORGANISATION_KIND_FIXED', id);
  if (organisation.status === status) {
    if (organisation.reason === reason) return exists(organisation);
    throw new DomainError('STATE_CONFLICT', `${id} is ${status}`);
  }
  const value: Organisation = { ...organisation, status, reason };
  return done(value, [{ type: 'organisation', value }]);
}
