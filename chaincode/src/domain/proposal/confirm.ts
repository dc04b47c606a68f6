import { z } from 'zod';
import { type Counterparties, requireActive } from '../account/counterparty';
import { type Decision, done, exists } from '../decision';
import { requestId } from '../identifier';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import type { EpochSeconds } from '../quantity';
import type { SubjectRecords } from './kind';
import { CONFIRMERS, kindOf } from './kinds';
import type { Proposal } from './proposal';
import { requireDecidable, requireOpen, requireOtherOrganisation } from './second-signature';

export const confirmProposalCommand = z.strictObject({ proposal: requestId });
export type ConfirmProposalCommand = z.infer<typeof confirmProposalCommand>;

export const confirmProposal = defineMethod({
  name: 'proposals:confirm',
  kind: 'submit',
  roles: CONFIRMERS,
  command: confirmProposalCommand,
  result: z.strictObject({ id: requestId }),
});

export interface ConfirmProposalRecords extends SubjectRecords {
  readonly proposal: Proposal | undefined;
  readonly proposer: Counterparties;
}

/**
 * The second signature, of another organisation: what was proposed is carried out. The subject of a closed proposal
 * is not looked at again.
 * @throws DomainError NOT_AUTHORISED, ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, NOT_FOUND,
 * PROPOSAL_CLOSED, SAME_ORGANISATION, and what the subject's kind throws
 */
export function decideConfirmProposal(
  caller: Caller,
  at: EpochSeconds,
  { proposal: id }: ConfirmProposalCommand,
  records: ConfirmProposalRecords,
): Decision<{ id: string }> {
  const proposal = requireDecidable(caller, id, records.proposal);
  const { status, decidedBy, subject } = proposal;
  if (status === 'confirmed' && decidedBy === caller.account) return exists({ id });
  requireActive(records.proposer, records.consortium);
  requireOpen(proposal);
  const carriedOut = kindOf(subject).confirm(subject, records, id);
  requireOtherOrganisation(caller, proposal);
  const value: Proposal = { ...proposal, status: 'confirmed', decidedBy: caller.account, decidedAt: at };
  return done({ id }, [{ type: 'proposal', value }, ...carriedOut]);
}
