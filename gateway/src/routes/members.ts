import { registerMembers, registerMembersRequest } from '../services/register-members.ts';
import { command } from './command.ts';
import type { Endpoint } from './endpoint.ts';

export const members: readonly Endpoint[] = [
  command({
    operationId: 'registerMembers',
    path: '/members',
    tag: 'Accounts',
    scope: 'manage',
    summary: 'Bring members in (manager; supplier for buyers)',
    description:
      'Enrols each under a random pseudonym with a key that the gateway keeps, and registers its account. The verdicts of the result carry the account ids, in the order of the request. Sent again, it enrols nobody twice.',
    body: registerMembersRequest,
    lines: { item: registerMembersRequest.shape.members.element, body: (members) => ({ members }) },
    method: 'accounts:register',
    submission: (services, caller, { body, idempotencyKey }) =>
      registerMembers(services, caller, idempotencyKey, body),
  }),
];
