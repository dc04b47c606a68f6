import type { z } from 'zod';
import type { Decision } from '../decision';
import { defineMethod } from '../method';
import { organisation, type Consortium, type Organisation } from './organisation';
import { decideStanding, organisationStandingCommand } from './standing';

export const suspendOrganisation = defineMethod({
  name: 'organisations:suspend',
  kind: 'submit',
  roles: ['registrar'],
  command: organisationStandingCommand,
  result: organisation,
});

export function decideSuspendOrganisation(
  command: z.infer<typeof organisationStandingCommand>,
  consortium: Consortium,
): Decision<Organisation> {
  return decideStanding('suspended', command, consortium);
}
