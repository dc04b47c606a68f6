import type { Proposal } from '@commonwatt/chaincode/domain';
import type { ProposalFilter } from '../read-model.ts';
import { equal, recordKind } from './record-kind.ts';

export const proposals = recordKind<Proposal, ProposalFilter>(
  'proposals',
  ({ id, subject, status, proposedBy }) => ({ id, kind: subject.kind, status, proposed_by: proposedBy }),
  { kind: equal('kind'), status: equal('status'), proposedBy: equal('proposed_by') },
);
