import type { Counterparties } from '../account/counterparty';
import type { Change } from '../change';
import type { Caller } from '../identity/admit';
import type { Role } from '../identity/role';
import type { Coin } from '../money/coin';
import type { Consortium } from '../organisation/organisation';
import type { Scheme, SchemeRef } from '../scheme/scheme';
import type { ProposalSubject } from './proposal';

/** Records that a subject is about, to be loaded at every step of its proposal. */
export interface SubjectNames {
  readonly accounts?: readonly string[];
  readonly coins?: readonly string[];
  readonly schemes?: readonly SchemeRef[];
}

/** The records of {@link SubjectNames} as loaded. */
export interface SubjectRecords {
  readonly consortium: Consortium;
  readonly accounts: Counterparties;
  /** In the order of the names. */
  readonly coins: readonly (Coin | undefined)[];
  /** In the order of the names. */
  readonly schemes: readonly (Scheme | undefined)[];
}

/** What takes two signatures of two organisations: who may give them, and what each leads to. */
export interface ProposalKind<Subject extends ProposalSubject> {
  readonly proposers: readonly Role[];
  readonly confirmers: readonly Role[];
  names(subject: Subject): SubjectNames;
  /** Checks what is proposed and reserves what it needs. */
  propose(subject: Subject, records: SubjectRecords, by: Caller, proposal: string): Change[];
  /** Carries it out; the records may have changed since it was proposed. */
  confirm(subject: Subject, records: SubjectRecords, proposal: string): Change[];
  /** Gives back what was reserved. */
  decline(subject: Subject, records: SubjectRecords): Change[];
}

export type SubjectOf<Kind extends ProposalSubject['kind']> = Extract<ProposalSubject, { kind: Kind }>;
