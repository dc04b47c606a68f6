import type { Role } from '../identity/role';
import { accountKey } from './account-key';
import { burn } from './burn';
import type { ProposalKind, SubjectOf } from './kind';
import { mint } from './mint';
import type { ProposalSubject } from './proposal';
import { scheme } from './scheme';

const KINDS: { readonly [Kind in ProposalSubject['kind']]: ProposalKind<SubjectOf<Kind>> } = {
  mint,
  burn,
  scheme,
  accountKey,
};

/** The rules for this subject. */
export function kindOf<Subject extends ProposalSubject>({ kind }: Subject): ProposalKind<Subject> {
  // The table gives every kind the rules of its own subjects; TypeScript cannot follow the index.
  return KINDS[kind] as unknown as ProposalKind<Subject>;
}

/** Roles that may propose something. */
export const PROPOSERS = rolesOf('proposers');
/** Roles that may confirm or reject something. */
export const CONFIRMERS = rolesOf('confirmers');

function rolesOf(side: 'proposers' | 'confirmers'): Role[] {
  return [...new Set(Object.values(KINDS).flatMap((kind) => kind[side]))];
}
