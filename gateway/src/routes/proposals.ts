import {
  accountId,
  proposal,
  proposeCommand,
  rejectProposalCommand,
  requestId,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { createdBy } from './created-by.ts';
import { directCommand } from './command.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';

const tag = 'Proposals';
const params = z.strictObject({ id: requestId });

export const proposals: readonly Endpoint[] = [
  list({
    operationId: 'listProposals',
    path: '/proposals',
    tag,
    summary: 'What takes, or took, two signatures of two organisations',
    filter: {
      kind: z.enum(['mint', 'burn', 'scheme', 'accountKey']).optional(),
      status: several(proposal.shape.status),
      proposedBy: accountId.optional(),
    },
    item: proposal,
    list: ({ ledger }, { filter, page }) => ledger.readModel.proposals.list(filter, page),
  }),
  read({
    operationId: 'getProposal',
    path: '/proposals/{id}',
    tag,
    summary: 'One proposal',
    params,
    answer: proposal,
    read: ({ ledger }, _caller, request) => ledger.readModel.proposals.find(request.params.id),
  }),
  directCommand({
    operationId: 'propose',
    path: '/proposals',
    tag,
    scope: 'manage',
    summary: 'Propose to mint or burn money, a scheme, or a new key for an account: the first signature',
    body: proposeCommand.omit({ idempotencyKey: true }),
    method: 'proposals:propose',
    codes: ['STATE_CONFLICT', 'COIN_NOT_FOUND', 'COIN_FOREIGN', 'COIN_HELD'],
    command: createdBy,
  }),
  directCommand({
    operationId: 'confirmProposal',
    path: '/proposals/{id}/confirmations',
    tag,
    scope: 'manage',
    summary: 'The second signature, of another organisation: it is carried out',
    params,
    body: NOTHING,
    method: 'proposals:confirm',
    codes: ['NOT_FOUND', 'STATE_CONFLICT', 'PROPOSAL_CLOSED', 'SAME_ORGANISATION'],
    command: (request) => ({ proposal: request.params.id }),
  }),
  directCommand({
    operationId: 'rejectProposal',
    path: '/proposals/{id}/rejections',
    tag,
    scope: 'manage',
    summary: 'Reject a proposal (whoever may confirm it)',
    params,
    body: rejectProposalCommand.pick({ reason: true }),
    method: 'proposals:reject',
    codes: ['NOT_FOUND', 'PROPOSAL_CLOSED', 'SAME_ORGANISATION'],
    command: (request) => ({ proposal: request.params.id, reason: request.body.reason }),
  }),
  directCommand({
    operationId: 'withdrawProposal',
    path: '/proposals/{id}/withdrawals',
    tag,
    scope: 'manage',
    summary: 'Withdraw an own proposal',
    params,
    body: NOTHING,
    method: 'proposals:withdraw',
    codes: ['NOT_FOUND', 'PROPOSAL_CLOSED'],
    command: (request) => ({ proposal: request.params.id }),
  }),
];
