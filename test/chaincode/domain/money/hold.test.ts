import assert from 'node:assert/strict';
import {
  decideHoldMoney,
  holdMoney,
  type Coin,
  type HoldCommand,
  type HoldRecords,
} from '@commonwatt/chaincode/domain';
import { brokenCoins, brokenParty } from '../breakages.ts';
import { itRefuses } from '../precedence.ts';
import {
  active,
  ANNA,
  BRUNO,
  coin,
  coinId,
  consortium,
  requestBy,
  idOf,
  LATER,
  NOW,
  spentBy,
  valuesOf,
} from '../samples.ts';

interface Input {
  command: HoldCommand;
  records: Omit<HoldRecords, 'coins'> & { coins: (Coin | undefined)[] };
}

const valid = (): Input => ({
  command: { idempotencyKey: 'k', coins: [coinId(0)], payee: BRUNO, amount: '70', expiresAt: LATER },
  records: { consortium: consortium(), payee: active(BRUNO), coins: [coin(0, '100')] },
});
const decide = ({ command, records }: Input) => decideHoldMoney(requestBy(ANNA), command, records);

describe('money:hold', () => {
  it('keeps coin 0 of the amount for the payee and gives coin 1 back as change', () => {
    const { changes } = decide(valid());
    const id = idOf('request');
    assert.deepEqual(spentBy(changes), [coinId(0)]);
    assert.deepEqual(valuesOf(changes, 'coin'), [
      { v: 1, id: `${id}.0`, owner: ANNA, amount: '70', state: { kind: 'held', by: 'hold', id } },
      { v: 1, id: `${id}.1`, owner: ANNA, amount: '30', state: { kind: 'free' } },
    ]);
    const [record] = valuesOf(changes, 'hold');
    assert.deepEqual([record?.payer, record?.payee, record?.status], [ANNA, BRUNO, 'open']);
  });

  it('makes no change of 0', () => {
    const input = valid();
    input.command.amount = '100';
    assert.equal(valuesOf(decide(input).changes, 'coin').length, 1);
  });

  it('is the same request whichever coins pay', () => {
    const { command } = valid();
    assert.deepEqual(
      holdMoney.intent?.({ ...command, coins: [coinId(5)] }, ANNA),
      holdMoney.intent?.(command, ANNA),
    );
    assert.notDeepEqual(
      holdMoney.intent?.({ ...command, amount: '71' }, ANNA),
      holdMoney.intent?.(command, ANNA),
    );
  });

  itRefuses(valid, decide, [
    ...brokenParty('payee', BRUNO),
    ...brokenCoins(BRUNO),
    {
      code: 'FUNDS_INSUFFICIENT',
      why: 'the coins are worth less',
      spoil: ({ command }) => {
        command.amount = '101';
      },
    },
    {
      code: 'EXPIRY_PASSED',
      why: 'it would expire now',
      spoil: ({ command }) => {
        command.expiresAt = NOW;
      },
    },
  ]);
});
