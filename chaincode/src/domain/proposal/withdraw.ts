import { z } from 'zod';
import { type Decision, done, exists } from '../decision';
import { DomainError } from '../error-code';
import { requestId } from '../identifier';
import { defineMethod } from '../method';
import type { EpochSeconds } from '../quantity';
import type { SubjectRecords } from './kind';
import { kindOf, PROPOSERS } from './kinds';
import type { Proposal } from './proposal';
import { requireOpen } from './second-signature';

export const withdrawProposalCommand = z.strictObject({ proposal: requestId });
export type WithdrawProposalCommand = z.infer<typeof withdrawProposalCommand>;

export const withdrawProposal = defineMethod({
  name: 'proposals:withdraw',
  kind: 'submit',
  roles: PROPOSERS,
  command: withdrawProposalCommand,
  result: z.strictObject({ id: requestId }),
});

/**
 * The proposer takes its proposal back; what it reserved is free again.
 * @throws DomainError NOT_AUTHORISED, NOT_FOUND, PROPOSAL_CLOSED
 */
export function decideWithdrawProposal(
  account: string,
  at: EpochSeconds,
  { proposal: id }: WithdrawProposalCommand,
  records: SubjectRecords & { readonly proposal: Proposal | undefined },
): Decision<{ id: string }> {
  const { proposal } = records;
  if (proposal === undefined) throw new DomainError('NOT_FOUND', `proposal ${id}`);
  if (proposal.proposedBy !== account)
    throw new DomainError('NOT_AUTHORISED', 'only the proposer may withdraw');
  if (proposal.status === 'withdrawn') return exists({ id });
  requireOpen(proposal);
  const { subject } = proposal;
  const value: Proposal = { ...proposal, status: 'withdrawn', decidedBy: account, decidedAt: at };
  return done({ id }, [{ type: 'proposal', value }, ...kindOf(subject).decline(subject, records)]);
}
