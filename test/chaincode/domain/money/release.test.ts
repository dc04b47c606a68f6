import assert from 'node:assert/strict';
import { decideReleaseHold, type Hold } from '@commonwatt/chaincode/domain';
import { itRefuses } from '../precedence.ts';
import { ANNA, BRUNO, CLARA, hold, idOf, LATER, NOW, spentBy, valuesOf } from '../samples.ts';

interface Input {
  caller: string;
  at: number;
  hold: Hold | undefined;
}

const byPayer = (): Input => ({ caller: ANNA, at: LATER, hold: hold() });
const decide = ({ caller, at, hold: loaded }: Input) =>
  decideReleaseHold({ account: caller, at }, { hold: idOf('hold') }, loaded);

describe('money:release', () => {
  it('frees the held coin for the payer', () => {
    const { changes } = decide(byPayer());
    assert.deepEqual(valuesOf(changes, 'coin'), [
      { v: 1, id: `${idOf('hold')}.0`, owner: ANNA, amount: '100', state: { kind: 'free' } },
    ]);
    assert.deepEqual(spentBy(changes), []);
    assert.deepEqual(valuesOf(changes, 'hold'), [hold({ status: 'released' })]);
  });

  it('is up to the payee at any time', () => {
    assert.equal(decide({ caller: BRUNO, at: NOW, hold: hold() }).outcome, 'done');
  });

  it('has happened already when the hold is released', () => {
    assert.equal(decide({ caller: ANNA, at: NOW, hold: hold({ status: 'released' }) }).outcome, 'exists');
  });

  itRefuses(byPayer, decide, [
    {
      code: 'NOT_FOUND',
      why: 'there is no such hold',
      hidesOthers: true,
      spoil: (input) => {
        input.hold = undefined;
      },
    },
    {
      code: 'NOT_AUTHORISED',
      why: 'the caller is a third',
      spoil: (input) => {
        input.caller = CLARA;
      },
    },
    {
      code: 'STATE_CONFLICT',
      why: 'it was captured',
      spoil: (input) => {
        input.hold = hold({ status: 'captured', captured: '100' });
      },
    },
    {
      code: 'EXPIRY_NOT_REACHED',
      why: 'the payer comes before the expiry',
      spoil: (input) => {
        input.at = LATER - 1;
      },
    },
  ]);
});
