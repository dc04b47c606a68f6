import type {
  Account,
  Caller,
  Coin,
  Proposal,
  ProposalSubject,
  Role,
  Scheme,
  SubjectOf,
  SubjectRecords,
} from '@commonwatt/chaincode/domain';
import { active, ANNA, CLARA, coin, coinId, consortium, EARLIER, idOf, SCHEME_TERMS } from '../samples.ts';

/** Officers who sign. */
export const TREASURER = officer('UtilityMSP/treasurer', 'treasurer');
export const REGISTRAR = officer('RegulatorMSP/registrar', 'registrar');
export const MANAGER = officer('RiversideMSP/manager', 'manager');
export const SUPPLIER = officer('UtilityMSP/supplier', 'supplier');
export const GRID_OPERATOR = officer('UtilityMSP/grid', 'gridOperator');

export function officer(account: string, role: Role): Caller {
  const mspId = account.slice(0, account.indexOf('/'));
  const kind = mspId === 'RegulatorMSP' ? 'regulator' : mspId === 'UtilityMSP' ? 'utility' : 'community';
  return { account, mspId, kind, role };
}

export const SUBJECTS: { readonly [Kind in ProposalSubject['kind']]: SubjectOf<Kind> } = {
  mint: { kind: 'mint', account: CLARA, amount: '500' },
  burn: { kind: 'burn', coins: [coinId(0), coinId(1)] },
  scheme: { kind: 'scheme', scheme: SCHEME_TERMS },
  accountKey: { kind: 'accountKey', account: ANNA, keyHash: idOf('new key') },
};

/** Records as loaded that can be changed by a test. */
export type LooseRecords = Omit<SubjectRecords, 'accounts' | 'coins' | 'schemes'> & {
  accounts: Map<string, Account | undefined>;
  coins: (Coin | undefined)[];
  schemes: (Scheme | undefined)[];
};

/** The records of a subject, all in order for it to be proposed. */
export function recordsOf(subject: ProposalSubject): LooseRecords {
  const none: LooseRecords = { consortium: consortium(), accounts: new Map(), coins: [], schemes: [] };
  switch (subject.kind) {
    case 'mint':
    case 'accountKey':
      return { ...none, accounts: active(subject.account) };
    case 'burn':
      return {
        ...none,
        coins: ['60', '40'].map((amount, index) => coin(index, amount, { owner: TREASURER.account })),
      };
    case 'scheme':
      return { ...none, schemes: [undefined] };
  }
}

export const PROPOSAL_ID = idOf('proposal');
export function proposal(subject: ProposalSubject, by: Caller, more: Partial<Proposal> = {}): Proposal {
  return {
    v: 1,
    id: PROPOSAL_ID,
    subject,
    evidenceHash: idOf('evidence'),
    proposedBy: by.account,
    status: 'open',
    at: EARLIER,
    commandHash: idOf('proposal command'),
    ...more,
  };
}
