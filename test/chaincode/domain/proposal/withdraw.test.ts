import assert from 'node:assert/strict';
import { decideWithdrawProposal, type Proposal } from '@commonwatt/chaincode/domain';
import { itRefuses } from '../precedence.ts';
import { coin, NOW, valuesOf } from '../samples.ts';
import {
  proposal,
  PROPOSAL_ID,
  recordsOf,
  REGISTRAR,
  SUBJECTS,
  TREASURER,
  type LooseRecords,
} from './subjects.ts';

interface Input {
  caller: string;
  records: LooseRecords & { proposal: Proposal | undefined };
}

const burning = (): Input => ({
  caller: TREASURER.account,
  records: {
    ...recordsOf(SUBJECTS.burn),
    coins: [0, 1].map((index) => coin(index, '50', { state: { kind: 'held', by: 'burn', id: PROPOSAL_ID } })),
    proposal: proposal(SUBJECTS.burn, TREASURER),
  },
});
const decide = ({ caller, records }: Input) =>
  decideWithdrawProposal(caller, NOW, { proposal: PROPOSAL_ID }, records);

describe('proposals:withdraw', () => {
  it('closes the proposal and frees what it reserved', () => {
    const { changes } = decide(burning());
    const [record] = valuesOf(changes, 'proposal');
    assert.deepEqual([record?.status, record?.decidedAt], ['withdrawn', NOW]);
    assert.deepEqual(
      valuesOf(changes, 'coin').map(({ state }) => state.kind),
      ['free', 'free'],
    );
  });

  it('has happened already when it is withdrawn', () => {
    const input = burning();
    input.records.proposal = proposal(SUBJECTS.burn, TREASURER, { status: 'withdrawn' });
    assert.equal(decide(input).outcome, 'exists');
  });

  itRefuses(burning, decide, [
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
      why: 'the caller is not the proposer',
      spoil: (input) => {
        input.caller = REGISTRAR.account;
      },
    },
    {
      code: 'PROPOSAL_CLOSED',
      why: 'it is confirmed',
      spoil: ({ records }) => {
        if (records.proposal) records.proposal.status = 'confirmed';
      },
    },
  ]);
});
