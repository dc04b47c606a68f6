import assert from 'node:assert/strict';
import {
  confirmProposal,
  decideConfirmProposal,
  type Account,
  type Caller,
  type Proposal,
  type ProposalSubject,
} from '@commonwatt/chaincode/domain';
import { codeOf, itRefuses } from '../precedence.ts';
import {
  account,
  active,
  ANNA,
  CLARA,
  coinId,
  idOf,
  NOW,
  removeAccount,
  SCHEME,
  spentBy,
  suspendAccount,
  suspendOrganisation,
  valuesOf,
} from '../samples.ts';
import {
  GRID_OPERATOR,
  MANAGER,
  officer,
  proposal,
  PROPOSAL_ID,
  recordsOf,
  REGISTRAR,
  SUBJECTS,
  SUPPLIER,
  TREASURER,
  type LooseRecords,
} from './subjects.ts';

interface Input {
  caller: Caller;
  records: LooseRecords & { proposal: Proposal | undefined; proposer: Map<string, Account | undefined> };
}

const of = (subject: ProposalSubject, proposer: Caller, caller: Caller): Input => ({
  caller,
  records: {
    ...recordsOf(subject),
    proposal: proposal(subject, proposer),
    proposer: active(proposer.account),
  },
});
const decide = ({ caller, records }: Input) =>
  decideConfirmProposal(caller, NOW, { proposal: PROPOSAL_ID }, records);
const minting = () => of(SUBJECTS.mint, TREASURER, REGISTRAR);

describe('proposals:confirm', () => {
  it('records who gave the second signature and when', () => {
    const [record] = valuesOf(decide(minting()).changes, 'proposal');
    assert.deepEqual(
      [record?.status, record?.decidedBy, record?.decidedAt],
      ['confirmed', REGISTRAR.account, NOW],
    );
  });

  it('makes new money as coin 0 of the proposal', () => {
    assert.deepEqual(valuesOf(decide(minting()).changes, 'coin'), [
      { v: 1, id: `${PROPOSAL_ID}.0`, owner: CLARA, amount: '500', state: { kind: 'free' } },
    ]);
  });

  it('makes the coins to burn disappear', () => {
    const { changes } = decide(of(SUBJECTS.burn, TREASURER, REGISTRAR));
    assert.deepEqual([spentBy(changes), valuesOf(changes, 'coin')], [[coinId(0), coinId(1)], []]);
  });

  it('stores the scheme', () => {
    assert.deepEqual(valuesOf(decide(of(SUBJECTS.scheme, REGISTRAR, MANAGER)).changes, 'scheme'), [SCHEME]);
  });

  it('pins the new key and changes nothing else of the account', () => {
    const input = of(SUBJECTS.accountKey, MANAGER, REGISTRAR);
    input.records.accounts.set(ANNA, account(ANNA, { status: 'suspended', keyHash: idOf('lost key') }));
    assert.deepEqual(valuesOf(decide(input).changes, 'account'), [
      account(ANNA, { status: 'suspended', keyHash: idOf('new key') }),
    ]);
  });

  it('is for the roles that the subject asks for', () => {
    const everybody = [TREASURER, REGISTRAR, MANAGER, SUPPLIER, GRID_OPERATOR, officer(ANNA, 'member')];
    const confirmers = (subject: ProposalSubject) =>
      everybody
        .filter((caller) => codeOf(() => decide(of(subject, REGISTRAR, caller))) !== 'NOT_AUTHORISED')
        .map(({ role }) => role);
    assert.deepEqual(confirmers(SUBJECTS.mint), ['treasurer', 'registrar']);
    assert.deepEqual(confirmers(SUBJECTS.burn), ['registrar']);
    assert.deepEqual(confirmers(SUBJECTS.scheme), ['manager', 'supplier', 'gridOperator']);
    assert.deepEqual(confirmers(SUBJECTS.accountKey), ['registrar']);
    assert.deepEqual([...confirmProposal.roles].sort(), [
      'gridOperator',
      'manager',
      'registrar',
      'supplier',
      'treasurer',
    ]);
  });

  it('has happened already when the same account has confirmed', () => {
    const input = minting();
    input.records.proposal = proposal(SUBJECTS.mint, TREASURER, {
      status: 'confirmed',
      decidedBy: REGISTRAR.account,
    });
    assert.deepEqual([decide(input).outcome, decide(input).changes], ['exists', []]);
  });

  it('does not look at the subject of a closed proposal again', () => {
    const input = of(SUBJECTS.scheme, REGISTRAR, MANAGER);
    input.records.proposal = proposal(SUBJECTS.scheme, REGISTRAR, {
      status: 'confirmed',
      decidedBy: SUPPLIER.account,
    });
    input.records.schemes = [SCHEME];
    assert.equal(
      codeOf(() => decide(input)),
      'PROPOSAL_CLOSED',
    );
  });

  it('stores a version of a scheme once, however often it is proposed', () => {
    const input = of(SUBJECTS.scheme, REGISTRAR, MANAGER);
    input.records.schemes = [SCHEME];
    assert.equal(
      codeOf(() => decide(input)),
      'STATE_CONFLICT',
    );
  });

  itRefuses(minting, decide, [
    {
      code: 'NOT_FOUND',
      why: 'there is no such proposal',
      hidesOthers: true,
      spoil: ({ records }) => {
        records.proposal = undefined;
      },
    },
    {
      code: 'NOT_AUTHORISED',
      why: 'the role may not confirm this',
      spoil: (input) => {
        input.caller = SUPPLIER;
      },
    },
    {
      code: 'ORGANISATION_SUSPENDED',
      why: "the proposer's organisation is suspended",
      // Roles are asked first, here as at admission.
      hidesOthers: true,
      spoil: ({ records }) => suspendOrganisation(records.consortium, 'UtilityMSP'),
    },
    {
      code: 'ACCOUNT_SUSPENDED',
      why: 'the proposer is suspended',
      spoil: ({ records }) => suspendAccount(records.proposer, TREASURER.account),
    },
    {
      code: 'PROPOSAL_CLOSED',
      why: 'it was withdrawn',
      spoil: ({ records }) => {
        if (records.proposal) records.proposal.status = 'withdrawn';
      },
    },
    {
      code: 'PROPOSAL_CLOSED',
      why: 'another account has confirmed it',
      spoil: ({ records }) => {
        if (records.proposal) Object.assign(records.proposal, { status: 'confirmed', decidedBy: ANNA });
      },
    },
    {
      code: 'SAME_ORGANISATION',
      why: 'both signatures are of one organisation',
      spoil: (input) => {
        if (input.caller === REGISTRAR || input.caller.role === 'registrar')
          input.caller = officer('UtilityMSP/second-treasurer', 'treasurer');
      },
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: 'the account is gone',
      hidesOthers: true,
      spoil: ({ records }) => removeAccount(records.accounts, CLARA),
    },
    {
      code: 'ACCOUNT_SUSPENDED',
      why: 'the account was suspended meanwhile',
      hidesOthers: true,
      spoil: ({ records }) => suspendAccount(records.accounts, CLARA),
    },
  ]);
});
