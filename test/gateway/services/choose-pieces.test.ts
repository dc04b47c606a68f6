import assert from 'node:assert/strict';
import { MAX_PIECES, sumUnits, type Holding } from '@commonwatt/chaincode/domain';
import fc from 'fast-check';
import { choosePieces, countUnits, holdingKey } from '../../../gateway/src/services/choose-pieces.ts';
import { holding } from '../read-model/records.ts';

function holdingsOf(sizes: readonly number[]): Holding[] {
  return sizes.map((size, index) => ({
    ...holding,
    batch: `${'b'.repeat(43)}.${index}`,
    start: 3,
    end: 3 + size,
  }));
}

const portfolios = fc.record({
  free: fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 90 }).map(holdingsOf),
  units: fc.integer({ min: 1, max: 60_000 }),
  taken: fc
    .subarray(Array.from({ length: 90 }, (_, index) => `${'b'.repeat(43)}.${index}/3`))
    .map((keys) => new Set(keys)),
});

describe('the pieces for a number of units', () => {
  it('make exactly these units, of distinct untaken holdings, each from its front', () => {
    fc.assert(
      fc.property(portfolios, ({ free, units, taken }) => {
        const choice = choosePieces(free, taken, units);
        fc.pre(choice.kind === 'chosen');
        const pieces = choice.chosen;
        assert.equal(sumUnits(pieces), units);
        assert.ok(pieces.length <= MAX_PIECES);
        assert.equal(new Set(pieces.map(holdingKey)).size, pieces.length);
        for (const piece of pieces) {
          assert.ok(!taken.has(holdingKey(piece)));
          const from = free.find((item) => holdingKey(item) === holdingKey(piece));
          assert.ok(from !== undefined && piece.units >= 1 && piece.units <= from.end - from.start);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are short exactly when all free holdings, taken ones included, have fewer', () => {
    fc.assert(
      fc.property(portfolios, ({ free, units, taken }) => {
        assert.equal(choosePieces(free, taken, units).kind === 'short', countUnits(free) < units);
      }),
      { numRuns: 500 },
    );
  });

  it('come in the order given', () => {
    const choice = choosePieces(holdingsOf([2, 3, 4]), new Set(), 4);
    assert.deepEqual(choice.kind === 'chosen' && choice.chosen.map(({ units }) => units), [2, 2]);
  });

  it('come from the largest holdings when in order they would be too many', () => {
    const free = holdingsOf([...Array.from({ length: MAX_PIECES }, () => 1), 1000]);
    const choice = choosePieces(free, new Set(), 1000);
    assert.deepEqual(choice.kind === 'chosen' && choice.chosen.map(({ units }) => units), [1000]);
  });
});
