import assert from 'node:assert/strict';
import {
  balanceOf,
  decideStatement,
  statementCommand,
  type Coin,
  type Stated,
} from '@commonwatt/chaincode/domain';
import { callerOf } from '../callers.ts';
import { codeOf } from '../precedence.ts';
import { ANNA } from '../samples.ts';

const BALANCE_ID = `balance/${ANNA}`;

function coin(id: string, amount: string, owner = ANNA): Coin {
  return { v: 1, id, owner, amount, state: { kind: 'free' } };
}
const held = (whole: Coin): Coin => ({ ...whole, state: { kind: 'held', by: 'hold', id: 'h' } });
const named = (...coins: Coin[]) => coins.map((given) => ({ id: given.id, coin: given }));

describe('a balance', () => {
  it('is the sums of its free and of its held coins, exact beyond 53 bits', () => {
    const coins = [coin('a.0', '9007199254740993'), coin('b.0', '2'), held(coin('c.0', '40'))];
    assert.deepEqual(balanceOf(ANNA, named(...coins)), {
      ...{ account: ANNA, free: '9007199254740995', held: '40' },
      coins: ['a.0', 'b.0', 'c.0'],
    });
  });

  it('of no coins is nothing', () => {
    assert.deepEqual(balanceOf(ANNA, []), { account: ANNA, free: '0', held: '0', coins: [] });
  });

  it("has no coin that is spent, nor another's", () => {
    assert.equal(
      codeOf(() => balanceOf(ANNA, [{ id: 'a.0', coin: undefined }])),
      'COIN_NOT_FOUND',
    );
    assert.equal(
      codeOf(() => balanceOf(ANNA, named(coin('a.0', '1', 'RiversideMSP/bob')))),
      'COIN_FOREIGN',
    );
  });

  it('is stated to its account and those who read money, before anything is told of coins', () => {
    const stated: Stated = { access: 'balance', account: ANNA, coins: [{ id: 'a.0', coin: undefined }] };
    const code = (...caller: Parameters<typeof callerOf>) =>
      codeOf(() => decideStatement(callerOf(...caller), 'market', BALANCE_ID, stated));
    assert.equal(code('member', 'RiversideMSP', 'bob'), 'NOT_AUTHORISED');
    assert.equal(code('manager', 'RiversideMSP'), 'NOT_AUTHORISED');
    assert.equal(code('member', 'RiversideMSP', 'anna'), 'COIN_NOT_FOUND');
    assert.equal(code('auditor', 'RegulatorMSP'), 'COIN_NOT_FOUND');
  });

  it('is that of an account', () => {
    const stated: Stated = { access: 'balance', account: undefined, coins: [] };
    assert.equal(
      codeOf(() => decideStatement(callerOf('auditor', 'RegulatorMSP'), 'market', BALANCE_ID, stated)),
      'NOT_FOUND',
    );
  });

  it('names its coins, each once, and nothing else does', () => {
    const isTaken = (command: unknown) => statementCommand.safeParse(command).success;
    const coins = [`${'A'.repeat(43)}.0`];
    assert.ok(isTaken({ id: BALANCE_ID, coins }));
    assert.ok(isTaken({ id: BALANCE_ID, coins: [] }));
    assert.equal(isTaken({ id: BALANCE_ID }), false);
    assert.equal(isTaken({ id: BALANCE_ID, coins: [...coins, ...coins] }), false);
    assert.equal(isTaken({ id: `account/${ANNA}`, coins }), false);
    assert.ok(isTaken({ id: `account/${ANNA}` }));
  });
});
