import assert from 'node:assert/strict';
import { decideActivateAccount, decideRotateAccountKey, type Admission } from '@commonwatt/chaincode/domain';
import { callerOf } from '../callers.ts';
import { account, ANNA, idOf } from '../samples.ts';

const OLD = idOf('old key');
const NEW = idOf('new key');

function admission(pins: boolean): Admission {
  return {
    caller: callerOf('member', 'RiversideMSP', 'anna'),
    account: account(ANNA, { keyHash: OLD }),
    pins,
  };
}

describe('activate an account', () => {
  it('pins the key of the call at the first, and answers exists from then on', () => {
    assert.deepEqual(decideActivateAccount(admission(true)).changes, [
      { type: 'account', value: account(ANNA, { keyHash: OLD }) },
    ]);
    assert.deepEqual(decideActivateAccount(admission(false)).changes, []);
    assert.equal(decideActivateAccount(admission(false)).outcome, 'exists');
  });
});

describe("rotate an account's key", () => {
  it('pins the account to the new key', () => {
    assert.equal(decideRotateAccountKey(admission(false), { keyHash: NEW }).result.keyHash, NEW);
  });

  it('answers exists when the account has that key already', () => {
    assert.equal(decideRotateAccountKey(admission(false), { keyHash: OLD }).outcome, 'exists');
  });

  it('stores the key of the first call when that call names it', () => {
    const { outcome } = decideRotateAccountKey(admission(true), { keyHash: OLD });
    assert.equal(outcome, 'done');
  });
});
