import assert from 'node:assert/strict';
import type { Coin } from '@commonwatt/chaincode/domain';
import fc from 'fast-check';
import { chooseCoins, chooseCrumbs, MAX_COINS, worth } from '../../../gateway/src/services/choose-coins.ts';

const RUNS = { numRuns: 500 };

function coinsWorth(amounts: readonly bigint[]): Coin[] {
  return amounts
    .toSorted((a, b) => (a > b ? -1 : 1))
    .map((amount, index) => ({
      v: 1,
      id: `${'c'.repeat(43)}.${index}`,
      owner: 'RiversideMSP/alice',
      amount: amount.toString(),
      state: { kind: 'free' },
    }));
}

const purses = fc.record({
  free: fc.array(fc.bigInt(1n, 10_000n), { maxLength: 150 }).map(coinsWorth),
  amount: fc.bigInt(1n, 400_000n),
  takenShare: fc.infiniteStream(fc.boolean()),
});

function takenOf(free: readonly Coin[], share: Iterable<boolean>): Set<string> {
  const draws = share[Symbol.iterator]();
  return new Set(free.filter(() => draws.next().value === true).map(({ id }) => id));
}

describe('the coins for an amount', () => {
  it('are free, untaken, distinct, at most 100, and worth the amount and the change', () => {
    fc.assert(
      fc.property(purses, ({ free, amount, takenShare }) => {
        const taken = takenOf(free, takenShare);
        const choice = chooseCoins(free, taken, amount);
        fc.pre(choice.kind === 'chosen');
        const { coins, change } = choice.chosen;
        assert.equal(worth(coins), amount + change);
        assert.ok(change >= 0n);
        assert.ok(coins.length <= MAX_COINS);
        assert.equal(new Set(coins).size, coins.length);
        assert.ok(coins.every((coin) => free.includes(coin) && !taken.has(coin.id)));
      }),
      RUNS,
    );
  });

  it('are none too many: without any one of them the amount is not reached', () => {
    fc.assert(
      fc.property(purses, ({ free, amount }) => {
        const choice = chooseCoins(free, new Set(), amount);
        fc.pre(choice.kind === 'chosen');
        const { coins, change } = choice.chosen;
        assert.ok(coins.every((coin) => BigInt(coin.amount) > change));
      }),
      RUNS,
    );
  });

  it('are refused as short exactly when all free coins, taken ones included, are worth less', () => {
    fc.assert(
      fc.property(purses, ({ free, amount, takenShare }) => {
        const choice = chooseCoins(free, takenOf(free, takenShare), amount);
        assert.equal(choice.kind === 'short', worth(free) < amount);
      }),
      RUNS,
    );
  });

  it('are waited for only while others have some taken', () => {
    fc.assert(
      fc.property(purses, ({ free, amount }) => {
        assert.notEqual(chooseCoins(free, new Set(), amount).kind, 'wait');
      }),
      RUNS,
    );
  });

  it('are one coin of just the amount when there is one', () => {
    const free = coinsWorth([5n, 7n, 20n]);
    const choice = chooseCoins(free, new Set(), 7n);
    assert.deepEqual(choice.kind === 'chosen' && choice.chosen.coins.map(({ amount }) => amount), ['7']);
  });

  it('are fragmented when even the hundred largest do not suffice', () => {
    const free = coinsWorth(Array.from({ length: 150 }, () => 1n));
    assert.equal(chooseCoins(free, new Set(), 101n).kind, 'fragmented');
  });
});

describe('the crumbs spent along', () => {
  it('are the smallest untaken coins, and leave as many as are to be kept', () => {
    const free = coinsWorth([1n, 2n, 3n, 4n, 5n]);
    const smallest = free.at(-1);
    assert.ok(smallest);
    const crumbs = chooseCrumbs(free, new Set([smallest.id]), 2, 20);
    assert.deepEqual(
      crumbs.map(({ amount }) => amount),
      ['3', '2'],
    );
  });

  it('are none when no more than those to be kept are there', () => {
    assert.deepEqual(chooseCrumbs(coinsWorth([1n, 2n]), new Set(), 2, 20), []);
  });
});
