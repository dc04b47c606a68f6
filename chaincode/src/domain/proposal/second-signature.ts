import { DomainError } from '../error-code';
import { parseAccountId } from '../identifier';
import type { Caller } from '../identity/admit';
import { kindOf } from './kinds';
import type { Proposal } from './proposal';

/** @throws DomainError NOT_FOUND, NOT_AUTHORISED when its role may not decide on such a proposal */
export function requireDecidable(caller: Caller, id: string, proposal: Proposal | undefined): Proposal {
  if (proposal === undefined) throw new DomainError('NOT_FOUND', `proposal ${id}`);
  const { kind } = proposal.subject;
  if (!kindOf(proposal.subject).confirmers.includes(caller.role))
    throw new DomainError('NOT_AUTHORISED', `${caller.role} may not decide on ${kind}`);
  return proposal;
}

/** @throws DomainError PROPOSAL_CLOSED */
export function requireOpen({ status }: Proposal): void {
  if (status !== 'open') throw new DomainError('PROPOSAL_CLOSED', `the proposal is ${status}`);
}

/** @throws DomainError SAME_ORGANISATION */
export function requireOtherOrganisation({ mspId }: Caller, { proposedBy }: Proposal): void {
  if (parseAccountId(proposedBy).mspId === mspId) throw new DomainError('SAME_ORGANISATION', mspId);
}
