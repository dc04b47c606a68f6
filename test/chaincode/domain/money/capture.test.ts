import assert from 'node:assert/strict';
import {
  decideCaptureHold,
  type CaptureCommand,
  type CaptureRecords,
  type Hold,
} from '@commonwatt/chaincode/domain';
import { brokenParty } from '../breakages.ts';
import { itRefuses } from '../precedence.ts';
import { active, ANNA, BRUNO, consortium, hold, idOf, spentBy, valuesOf } from '../samples.ts';

interface Input {
  caller: string;
  command: CaptureCommand;
  records: Omit<CaptureRecords, 'hold'> & { hold: Hold | undefined };
}

const valid = (): Input => ({
  caller: BRUNO,
  command: { hold: idOf('hold'), amount: '70' },
  records: { consortium: consortium(), hold: hold(), payer: active(ANNA) },
});
const decide = ({ caller, command, records }: Input) => decideCaptureHold(caller, command, records);

describe('money:capture', () => {
  it('spends the held coin, pays the payee with coin 2 and the payer what is left with coin 3', () => {
    const { changes } = decide(valid());
    assert.deepEqual(spentBy(changes), [`${idOf('hold')}.0`]);
    assert.deepEqual(
      valuesOf(changes, 'coin').map(({ id, owner, amount, state }) => [id, owner, amount, state.kind]),
      [
        [`${idOf('hold')}.2`, BRUNO, '70', 'free'],
        [`${idOf('hold')}.3`, ANNA, '30', 'free'],
      ],
    );
    assert.deepEqual(valuesOf(changes, 'hold'), [hold({ status: 'captured', captured: '70' })]);
  });

  it('leaves no coin of 0 when all is captured', () => {
    const input = valid();
    input.command.amount = '100';
    assert.deepEqual(
      valuesOf(decide(input).changes, 'coin').map(({ owner, amount }) => [owner, amount]),
      [[BRUNO, '100']],
    );
  });

  it('has happened already when the same amount is captured again', () => {
    const input = valid();
    input.records.hold = hold({ status: 'captured', captured: '70' });
    assert.deepEqual(decide(input), {
      outcome: 'exists',
      result: { id: idOf('hold') },
      changes: [],
      records: [],
    });
  });

  itRefuses(valid, decide, [
    {
      code: 'NOT_FOUND',
      why: 'there is no such hold',
      hidesOthers: true,
      spoil: ({ records }) => {
        records.hold = undefined;
      },
    },
    {
      code: 'NOT_AUTHORISED',
      why: 'the caller is not the payee',
      spoil: (input) => {
        input.caller = ANNA;
      },
    },
    ...brokenParty('payer', ANNA),
    {
      code: 'STATE_CONFLICT',
      why: 'another amount was captured',
      spoil: ({ records }) => {
        records.hold = hold({ status: 'captured', captured: '1' });
      },
    },
    {
      code: 'STATE_CONFLICT',
      why: 'it was released',
      spoil: ({ records }) => {
        records.hold = hold({ status: 'released' });
      },
    },
    {
      code: 'FUNDS_INSUFFICIENT',
      why: 'less is held',
      spoil: ({ command }) => {
        command.amount = '101';
      },
    },
  ]);
});
