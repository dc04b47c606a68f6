import assert from 'node:assert/strict';
import { covers, ROUTE_SCOPES, scopesOf } from '../../../gateway/src/authentication/scope.ts';

describe('the scopes of a token', () => {
  it('are those that exist', () => {
    assert.deepEqual(scopesOf(['openid', 'readings:write', '', 'read']), ['readings:write', 'read']);
    assert.deepEqual(scopesOf(['commonwatts']), []);
    assert.deepEqual(scopesOf([]), []);
  });

  it('cover what wants one of them', () => {
    assert.equal(covers(['read', 'trade'], ['trade', 'manage']), true);
    assert.equal(covers(['read'], ['trade', 'manage']), false);
    assert.equal(covers([], ROUTE_SCOPES), false);
  });

  it('cover everything as commonwatt, and nothing else covers what names no scope', () => {
    assert.equal(covers(['commonwatt'], ['manage']), true);
    assert.equal(covers(['commonwatt'], []), true);
    assert.equal(covers(ROUTE_SCOPES, []), false);
  });
});
