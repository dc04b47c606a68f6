import assert from 'node:assert/strict';
import { scopeOf } from '../../../gateway/src/authentication/scope.ts';

describe('the scope of a token', () => {
  it('is the widest of those it lists', () => {
    assert.equal(scopeOf('readings:write commonwatt'), 'commonwatt');
    assert.equal(scopeOf('other readings:write'), 'readings:write');
  });

  it('is none when none of them exists', () => {
    assert.equal(scopeOf('commonwatts'), undefined);
    assert.equal(scopeOf(''), undefined);
  });
});
