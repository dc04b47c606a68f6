import { z } from 'zod';
import { type Decision, done } from '../decision';
import { DomainError } from '../error-code';
import { idempotencyKey, requestId, sha256, text } from '../identifier';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import type { Request } from '../request';
import type { SubjectRecords } from './kind';
import { kindOf, PROPOSERS } from './kinds';
import { type Proposal, proposalSubject } from './proposal';

export const proposeCommand = z.strictObject({
  idempotencyKey,
  subject: proposalSubject,
  evidenceHash: sha256,
  note: text.optional(),
});
export type ProposeCommand = z.infer<typeof proposeCommand>;

export const makeProposal = defineMethod({
  name: 'proposals:propose',
  kind: 'submit',
  roles: PROPOSERS,
  command: proposeCommand,
  result: z.strictObject({ id: requestId }),
});

/**
 * The first of two signatures.
 * @throws DomainError NOT_AUTHORISED, and what the subject's kind throws
 */
export function decideMakeProposal(
  { id, account, at, commandHash }: Request,
  caller: Caller,
  { subject, evidenceHash, note }: ProposeCommand,
  records: SubjectRecords,
): Decision<{ id: string }> {
  const kind = kindOf(subject);
  if (!kind.proposers.includes(caller.role))
    throw new DomainError('NOT_AUTHORISED', `${caller.role} may not propose ${subject.kind}`);
  const reserved = kind.propose(subject, records, caller, id);
  const value: Proposal = {
    v: 1,
    id,
    subject,
    evidenceHash,
    note,
    proposedBy: account,
    status: 'open',
    at,
    commandHash,
  };
  return done({ id }, [{ type: 'proposal', value }, ...reserved]);
}
