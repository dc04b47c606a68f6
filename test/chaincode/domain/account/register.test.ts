import assert from 'node:assert/strict';
import {
  accountKind,
  decideRegisterAccounts,
  type AccountKind,
  type Caller,
} from '@commonwatt/chaincode/domain';
import { MANAGER, SUPPLIER } from '../callers.ts';
import { account, ANNA } from '../samples.ts';

function register(caller: Caller, kind: AccountKind, stored = new Map<string, ReturnType<typeof account>>()) {
  const kindAsSent = kind as Exclude<AccountKind, 'officer'>;
  return decideRegisterAccounts(caller, { accounts: [{ enrolmentId: 'anna', kind: kindAsSent }] }, stored);
}

describe('register accounts', () => {
  it('registers in the own organisation, without a key yet', () => {
    const { changes } = register(MANAGER, 'prosumer');
    assert.deepEqual(changes, [{ type: 'account', value: account(ANNA) }]);
  });

  it('lets each role register its own kinds alone', () => {
    const registrable = (caller: Caller): AccountKind[] =>
      accountKind.options.filter((kind) => register(caller, kind).result.verdicts[0]?.code === undefined);
    assert.deepEqual(registrable(MANAGER), ['prosumer', 'consumer', 'storage', 'microgrid', 'region']);
    assert.deepEqual(registrable(SUPPLIER), ['utility', 'thirdParty']);
  });

  it('answers exists for the same kind and leaves a pinned key alone', () => {
    const stored = new Map([[ANNA, account(ANNA, { keyHash: 'k'.repeat(43), status: 'suspended' })]]);
    const { outcome, changes } = register(MANAGER, 'prosumer', stored);
    assert.deepEqual([outcome, changes], ['exists', []]);
  });

  it("refuses the caller's own account, stored or about to be", () => {
    const command = { accounts: [{ enrolmentId: 'manager', kind: 'prosumer' as const }] };
    const { result } = decideRegisterAccounts(MANAGER, command, new Map());
    assert.equal(result.verdicts[0]?.code, 'EXISTS_WITH_DIFFERENT_CONTENT');
  });

  it('refuses another kind for a registered account, an office among them', () => {
    for (const kind of ['consumer', 'officer'] as const) {
      const { result } = register(MANAGER, 'prosumer', new Map([[ANNA, account(ANNA, { kind })]]));
      assert.equal(result.verdicts[0]?.code, 'EXISTS_WITH_DIFFERENT_CONTENT');
    }
  });
});
