import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mergeSettings } from '../../../test-network-scripts/organisation/merge-settings.ts';

describe('merging settings', () => {
  it('changes what is named at any depth, replaces lists, keeps the rest and leaves the base alone', () => {
    const base = { a: { b: 1, c: [1, 2] }, d: 'kept' };
    assert.deepEqual(mergeSettings(base, { a: { c: [3], e: { f: true } } }), {
      a: { b: 1, c: [3], e: { f: true } },
      d: 'kept',
    });
    assert.deepEqual(base, { a: { b: 1, c: [1, 2] }, d: 'kept' });
  });
});
