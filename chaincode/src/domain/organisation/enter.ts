import { z } from 'zod';
import { done, exists, type Decision } from '../decision';
import { DomainError } from '../error-code';
import { mspId, text } from '../identifier';
import { defineMethod } from '../method';
import {
  FOUNDING_MSPS,
  MAX_ORGANISATIONS,
  organisation,
  type Consortium,
  type Organisation,
} from './organisation';

export const enterOrganisationCommand = z.strictObject({ mspId, name: text, kind: z.literal('community') });

/** Enters a co-operative. Its nodes join by a change of the channel's configuration, which the same organisations sign. */
export const enterOrganisation = defineMethod({
  name: 'organisations:enter',
  kind: 'submit',
  roles: ['registrar'],
  command: enterOrganisationCommand,
  result: organisation,
});

/** @throws DomainError EXISTS_WITH_DIFFERENT_CONTENT, ORGANISATION_KIND_FIXED, STATE_CONFLICT */
export function decideEnterOrganisation(
  command: z.infer<typeof enterOrganisationCommand>,
  consortium: Consortium,
): Decision<Organisation> {
  if (FOUNDING_MSPS.includes(command.mspId)) throw new DomainError('ORGANISATION_KIND_FIXED', command.mspId);
  const entered = consortium.organisations.find((item) => item.mspId === command.mspId);
  if (entered !== undefined) {
    if (entered.name === command.name) return exists(entered);
    throw new DomainError('EXISTS_WITH_DIFFERENT_CONTENT', `${command.mspId} is entered under another name`);
  }
  if (consortium.organisations.length >= MAX_ORGANISATIONS) {
    throw new DomainError('STATE_CONFLICT', `the consortium has ${MAX_ORGANISATIONS} organisations`);
  }
  const value: Organisation = { ...command, status: 'active' };
  return done(value, [{ type: 'organisation', value }]);
}
