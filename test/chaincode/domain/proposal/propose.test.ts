import assert from 'node:assert/strict';
import {
  decideMakeProposal,
  makeProposal,
  proposeCommand,
  type Caller,
  type ProposalSubject,
} from '@commonwatt/chaincode/domain';
import { codeOf, itRefuses } from '../precedence.ts';
import {
  account,
  ANNA,
  BRUNO,
  CLARA,
  coinId,
  requestBy,
  idOf,
  removeAccount,
  SCHEME,
  suspendAccount,
  suspendOrganisation,
  valuesOf,
} from '../samples.ts';
import {
  GRID_OPERATOR,
  MANAGER,
  officer,
  recordsOf,
  REGISTRAR,
  SUBJECTS,
  SUPPLIER,
  TREASURER,
  type LooseRecords,
} from './subjects.ts';

interface Input {
  caller: Caller;
  subject: ProposalSubject;
  records: LooseRecords;
}

const propose = ({ caller, subject, records }: Input) =>
  decideMakeProposal(
    requestBy(caller.account),
    caller,
    { idempotencyKey: 'k', subject, evidenceHash: idOf('evidence'), note: 'deposit 17' },
    records,
  );
const by = (caller: Caller, subject: ProposalSubject): Input => ({
  caller,
  subject,
  records: recordsOf(subject),
});

describe('proposals:propose', () => {
  it('stores an open proposal', () => {
    const [record] = valuesOf(propose(by(TREASURER, SUBJECTS.mint)).changes, 'proposal');
    assert.deepEqual(
      [record?.subject, record?.proposedBy, record?.status, record?.note],
      [SUBJECTS.mint, TREASURER.account, 'open', 'deposit 17'],
    );
  });

  it('is for the roles that the subject asks for', () => {
    const everybody = [TREASURER, REGISTRAR, MANAGER, SUPPLIER, GRID_OPERATOR, officer(ANNA, 'member')];
    const proposers = (subject: ProposalSubject) =>
      everybody
        .filter((caller) => codeOf(() => propose(by(caller, subject))) !== 'NOT_AUTHORISED')
        .map(({ role }) => role);
    assert.deepEqual(proposers(SUBJECTS.mint), ['treasurer', 'registrar']);
    assert.deepEqual(proposers(SUBJECTS.burn), ['treasurer']);
    assert.deepEqual(proposers(SUBJECTS.scheme), ['registrar']);
    assert.deepEqual(proposers(SUBJECTS.accountKey), ['manager']);
    assert.deepEqual(proposers({ ...SUBJECTS.accountKey, account: CLARA }), ['supplier']);
    assert.deepEqual([...makeProposal.roles].sort(), ['manager', 'registrar', 'supplier', 'treasurer']);
  });

  it('names a coin to burn only once', () => {
    const parses = (coins: string[]) =>
      proposeCommand.safeParse({
        idempotencyKey: 'k',
        evidenceHash: idOf('evidence'),
        subject: { kind: 'burn', coins },
      }).success;
    assert.deepEqual([parses([coinId(0), coinId(1)]), parses([coinId(0), coinId(0)])], [true, false]);
  });

  describe('of new money', () => {
    itRefuses(() => by(TREASURER, SUBJECTS.mint), propose, [
      {
        code: 'ORGANISATION_SUSPENDED',
        why: "the account's organisation is suspended",
        hidesOthers: true,
        spoil: ({ records }) => suspendOrganisation(records.consortium, 'UtilityMSP'),
      },
      {
        code: 'NOT_AUTHORISED',
        why: 'another officer proposes',
        spoil: (input) => {
          input.caller = SUPPLIER;
        },
      },
      {
        code: 'ACCOUNT_NOT_FOUND',
        why: 'there is no such account',
        spoil: ({ records }) => removeAccount(records.accounts, CLARA),
      },
      {
        code: 'ACCOUNT_SUSPENDED',
        why: 'the account is suspended',
        spoil: ({ records }) => {
          if (records.accounts.get(CLARA)) suspendAccount(records.accounts, CLARA);
        },
      },
    ]);
  });

  describe('of burning money', () => {
    it('holds the coins until it is decided', () => {
      const coins = valuesOf(propose(by(TREASURER, SUBJECTS.burn)).changes, 'coin');
      assert.deepEqual(
        coins.map(({ id, amount, state }) => [id, amount, state]),
        [
          [coinId(0), '60', { kind: 'held', by: 'burn', id: idOf('request') }],
          [coinId(1), '40', { kind: 'held', by: 'burn', id: idOf('request') }],
        ],
      );
    });

    itRefuses(() => by(TREASURER, SUBJECTS.burn), propose, [
      {
        code: 'COIN_NOT_FOUND',
        why: 'a coin is spent',
        spoil: ({ records }) => {
          records.coins[1] = undefined;
        },
      },
      {
        code: 'COIN_FOREIGN',
        why: "a coin is another account's",
        spoil: ({ records }) => {
          if (records.coins[0]) records.coins[0].owner = ANNA;
        },
      },
      {
        code: 'COIN_HELD',
        why: 'a coin is held',
        spoil: ({ records }) => {
          if (records.coins[0]) records.coins[0].state = { kind: 'held', by: 'burn', id: idOf('other') };
        },
      },
    ]);
  });

  describe('of a scheme', () => {
    const version2: ProposalSubject = { kind: 'scheme', scheme: { ...SUBJECTS.scheme.scheme, version: 2 } };
    itRefuses(() => by(REGISTRAR, SUBJECTS.scheme), propose, [
      {
        code: 'STATE_CONFLICT',
        why: 'the version exists',
        spoil: ({ records }) => {
          records.schemes = [SCHEME];
        },
      },
      {
        code: 'STATE_CONFLICT',
        why: 'the version before does not exist',
        spoil: (input) => {
          input.subject = version2;
          input.records.schemes = [undefined, undefined];
        },
      },
    ]);
    it('takes the version after the last', () => {
      const input = by(REGISTRAR, version2);
      input.records.schemes = [undefined, SCHEME];
      assert.equal(propose(input).outcome, 'done');
    });
  });

  describe('of an account key', () => {
    it('is possible for a suspended account: whose key was stolen is suspended first', () => {
      const input = by(MANAGER, SUBJECTS.accountKey);
      input.records.accounts.set(ANNA, account(ANNA, { status: 'suspended' }));
      assert.equal(propose(input).outcome, 'done');
    });

    itRefuses(() => by(MANAGER, SUBJECTS.accountKey), propose, [
      {
        code: 'NOT_AUTHORISED',
        why: 'the account is of another organisation',
        spoil: (input) => {
          input.subject = { ...SUBJECTS.accountKey, account: BRUNO };
        },
      },
      {
        code: 'ACCOUNT_NOT_FOUND',
        why: 'there is no such account',
        spoil: ({ records }) => removeAccount(records.accounts, ANNA),
      },
    ]);
  });
});
