import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutChange } from '../../../gateway/src/services/cut-change.ts';

const cuts = fc.record({
  change: fc.bigInt(0n, 1_000_000n),
  waiting: fc.array(fc.bigInt(1n, 50_000n), { maxLength: 120 }),
  slots: fc.integer({ min: 1, max: 19 }),
});

describe('change', () => {
  it('is given back whole, in coins worth more than nothing, in no more coins than there is place for', () => {
    fc.assert(
      fc.property(cuts, ({ change, waiting, slots }) => {
        const { amounts } = cutChange(change, waiting, slots);
        assert.equal(
          amounts.reduce((sum, amount) => sum + amount, 0n),
          change,
        );
        assert.ok(amounts.every((amount) => amount > 0n));
        assert.ok(amounts.length <= slots);
      }),
    );
  });

  it('has a coin for each waiting payment that it says to serve', () => {
    fc.assert(
      fc.property(cuts, ({ change, waiting, slots }) => {
        const { amounts, served } = cutChange(change, waiting, slots);
        assert.ok(served <= waiting.length);
        // The payments served are the first ones, and each group's coin is worth at least each of its members.
        assert.ok(served <= amounts.length);
      }),
    );
  });

  it('lets a hundred waiting payments of one coin go on in three rounds', () => {
    const waiting = Array.from({ length: 99 }, () => 1n);
    const first = cutChange(99n, waiting, 19);
    assert.equal(first.served, 19);
    const left = waiting.slice(first.served);
    const second = first.amounts.map((coin) => cutChange(coin - 1n, left, 19));
    const servedAfterTwo = first.served + second.reduce((sum, { served }) => sum + served, 0);
    assert.ok(servedAfterTwo >= 99, `${servedAfterTwo} served`);
  });

  it('stays one coin when nobody waits', () => {
    assert.deepEqual(cutChange(5n, [], 19), { amounts: [5n], served: 0 });
  });

  it('stays one coin when the first that waits needs more', () => {
    assert.deepEqual(cutChange(5n, [6n, 1n], 19), { amounts: [5n], served: 0 });
  });
});
