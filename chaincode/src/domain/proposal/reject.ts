import { z } from 'zod';
import { type Decision, done, exists } from '../decision';
import { requestId, text } from '../identifier';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import type { EpochSeconds } from '../quantity';
import type { SubjectRecords } from './kind';
import { CONFIRMERS, kindOf } from './kinds';
import type { Proposal } from './proposal';
import { requireDecidable, requireOpen, requireOtherOrganisation } from './second-signature';

export const rejectProposalCommand = z.strictObject({ proposal: requestId, reason: text });
export type RejectProposalCommand = z.infer<typeof rejectProposalCommand>;

export const rejectProposal = defineMethod({
  name: 'proposals:reject',
  kind: 'submit',
  roles: CONFIRMERS,
  command: rejectProposalCommand,
  result: z.strictObject({ id: requestId }),
});

/**
 * Whoever may confirm refuses; what the proposal reserved is free again.
 * @throws DomainError NOT_AUTHORISED, NOT_FOUND, PROPOSAL_CLOSED, SAME_ORGANISATION
 */
export function decideRejectProposal(
  caller: Caller,
  at: EpochSeconds,
  { proposal: id, reason }: RejectProposalCommand,
  records: SubjectRecords & { readonly proposal: Proposal | undefined },
): Decision<{ id: string }> {
  const proposal = requireDecidable(caller, id, records.proposal);
  const { status, decidedBy, subject } = proposal;
  if (status === 'rejected' && decidedBy === caller.account) return exists({ id });
  requireOpen(proposal);
  requireOtherOrganisation(caller, proposal);
  const value: Proposal = {
    ...proposal,
    status: 'rejected',
    decidedBy: caller.account,
    decidedAt: at,
    reason,
  };
  return done({ id }, [{ type: 'proposal', value }, ...kindOf(subject).decline(subject, records)]);
}
