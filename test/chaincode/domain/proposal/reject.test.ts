import assert from 'node:assert/strict';
import { decideRejectProposal, type Caller, type Proposal } from '@commonwatt/chaincode/domain';
import { itRefuses } from '../precedence.ts';
import { coin, coinId, NOW, spentBy, valuesOf } from '../samples.ts';
import {
  MANAGER,
  officer,
  proposal,
  PROPOSAL_ID,
  recordsOf,
  REGISTRAR,
  SUBJECTS,
  TREASURER,
  type LooseRecords,
} from './subjects.ts';

interface Input {
  caller: Caller;
  records: LooseRecords & { proposal: Proposal | undefined };
}

const minting = (): Input => ({
  caller: REGISTRAR,
  records: { ...recordsOf(SUBJECTS.mint), proposal: proposal(SUBJECTS.mint, TREASURER) },
});
const decide = ({ caller, records }: Input) =>
  decideRejectProposal(caller, NOW, { proposal: PROPOSAL_ID, reason: 'no deposit' }, records);

describe('proposals:reject', () => {
  it('closes the proposal with the reason and carries nothing out', () => {
    const { changes } = decide(minting());
    const [record] = valuesOf(changes, 'proposal');
    assert.deepEqual(
      [record?.status, record?.decidedBy, record?.decidedAt, record?.reason],
      ['rejected', REGISTRAR.account, NOW, 'no deposit'],
    );
    assert.equal(changes.length, 1);
  });

  it('frees the coins that were to be burnt', () => {
    const held = [0, 1].map((index) =>
      coin(index, '50', { state: { kind: 'held', by: 'burn', id: PROPOSAL_ID } }),
    );
    const records = {
      ...recordsOf(SUBJECTS.burn),
      coins: held,
      proposal: proposal(SUBJECTS.burn, TREASURER),
    };
    const { changes } = decide({ caller: REGISTRAR, records });
    assert.deepEqual(
      valuesOf(changes, 'coin').map(({ id, amount, state }) => [id, amount, state.kind]),
      [
        [coinId(0), '50', 'free'],
        [coinId(1), '50', 'free'],
      ],
    );
    assert.deepEqual(spentBy(changes), []);
  });

  it('has happened already when the same account has rejected', () => {
    const input = minting();
    input.records.proposal = proposal(SUBJECTS.mint, TREASURER, {
      status: 'rejected',
      decidedBy: REGISTRAR.account,
    });
    assert.equal(decide(input).outcome, 'exists');
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
      why: 'the role may not confirm it either',
      spoil: (input) => {
        input.caller = MANAGER;
      },
    },
    {
      code: 'PROPOSAL_CLOSED',
      why: 'it is confirmed',
      spoil: ({ records }) => {
        if (records.proposal) records.proposal.status = 'confirmed';
      },
    },
    {
      code: 'SAME_ORGANISATION',
      why: "the caller is of the proposer's organisation",
      spoil: (input) => {
        if (input.caller.role === 'registrar')
          input.caller = officer('UtilityMSP/second-treasurer', 'treasurer');
      },
    },
  ]);
});
