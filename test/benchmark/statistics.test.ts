import assert from 'node:assert/strict';
import { median, percentile } from './statistics.ts';

describe('statistics of the benchmark', () => {
  it('the median of an odd number of values is the middle one, whatever their order', () => {
    assert.equal(median([10, 9, 100]), 10);
  });

  it('the median of an even number of values lies between the two middle ones', () => {
    assert.equal(median([4, 1, 3, 2]), 2.5);
  });

  it('a percentile is the smallest value that so many do not exceed', () => {
    const values = Array.from({ length: 30 }, (_, at) => 30 - at);
    assert.equal(percentile(values, 0.95), 29);
    assert.equal(percentile(values, 0.5), 15);
    assert.equal(percentile(values, 1), 30);
  });

  it('of no value there is neither', () => {
    assert.throws(() => median([]), RangeError);
    assert.throws(() => percentile([], 0.95), RangeError);
  });
});
