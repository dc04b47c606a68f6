import type { z } from 'zod';
import type { Decision } from '../decision';
import { defineMethod } from '../method';
import { organisation, type Consortium, type Organisation } from './organisation';
import { decideStanding, organisationStandingCommand } from './standing';

export const reinstateOrganisation = defineMethod({
  name: 'organisations:reinstate',
  kind: 'submit',
  roles: ['registrar'],
  command: organisationStandingCommand,
  result: organisation,
});

export function decideReinstateOrganisation(
  command: z.infer<typeof organisationStandingCommand>,
  consortium: Consortium,
): Decision<Organisation> {
  return decideStanding('active', command, consortium);
}
