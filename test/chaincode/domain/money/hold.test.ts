import assert from 'node:assert/strict';
import {
  decideHoldMoney,
  holdMoney,
  type Coin,
  type HoldCommand,
  type HoldRecords,
} from '@commonwatt/chaincode/domain';
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
  removeAccount,
  spentBy,
  suspendAccount,
  suspendOrganisation,
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
    {
      code: 'ORGANISATION_SUSPENDED',
      why: "the payee's organisation is suspended",
      spoil: ({ records }) => suspendOrganisation(records.consortium, 'HillsideMSP'),
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: 'there is no such payee',
      spoil: ({ records }) => removeAccount(records.payee, BRUNO),
    },
    {
      code: 'ACCOUNT_SUSPENDED',
      why: 'the payee is suspended',
      spoil: ({ records }) => {
        if (records.payee.get(BRUNO)) suspendAccount(records.payee, BRUNO);
      },
    },
    {
      code: 'COIN_NOT_FOUND',
      why: 'a coin is spent',
      spoil: ({ records }) => {
        records.coins[0] = undefined;
      },
    },
    {
      code: 'COIN_FOREIGN',
      why: "a coin is another account's",
      spoil: ({ records }) => {
        if (records.coins[0]) records.coins[0].owner = BRUNO;
      },
    },
    {
      code: 'COIN_HELD',
      why: 'a coin is held',
      spoil: ({ records }) => {
        if (records.coins[0]) records.coins[0].state = { kind: 'held', by: 'hold', id: idOf('hold') };
      },
    },
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
