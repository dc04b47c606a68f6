import assert from 'node:assert/strict';
import {
  decideReinstateAccount,
  decideSuspendAccount,
  type Account,
  type Caller,
} from '@commonwatt/chaincode/domain';
import { callerOf, MANAGER, OTHER_MANAGER, REGISTRAR, SUPPLIER } from '../callers.ts';
import { codeOf } from '../precedence.ts';
import { account, ANNA, CLARA } from '../samples.ts';

const REASON = 'meter manipulated';

function suspend(caller: Caller, stored: Account | undefined, id = ANNA, reason = REASON) {
  return decideSuspendAccount(caller, { account: id, reason }, stored);
}
function reinstate(caller: Caller, stored: Account | undefined, reason = 'settled') {
  return decideReinstateAccount(caller, { account: ANNA, reason }, stored);
}
const suspendedBy = (caller: Caller): Account => suspend(caller, account(ANNA)).result;

describe('suspend an account', () => {
  it('suspends a member of the own organisation and keeps reason and author', () => {
    assert.deepEqual(
      suspendedBy(MANAGER),
      account(ANNA, { status: 'suspended', reason: REASON, suspendedBy: MANAGER.account }),
    );
  });

  it('lets the registrar suspend any account but its own, and a supplier those of its company', () => {
    assert.equal(suspend(REGISTRAR, account(ANNA)).outcome, 'done');
    assert.equal(suspend(SUPPLIER, account(CLARA, { kind: 'utility' }), CLARA).outcome, 'done');
    assert.equal(
      suspend(REGISTRAR, account(MANAGER.account, { kind: 'officer' }), MANAGER.account).outcome,
      'done',
    );
    const own = account(REGISTRAR.account, { kind: 'officer' });
    assert.equal(
      codeOf(() => suspend(REGISTRAR, own, own.id)),
      'NOT_AUTHORISED',
    );
  });

  it("refuses a manager other organisations' accounts, known or not, and offices of its own", () => {
    assert.equal(
      codeOf(() => suspend(OTHER_MANAGER, account(ANNA))),
      'NOT_AUTHORISED',
    );
    assert.equal(
      codeOf(() => suspend(OTHER_MANAGER, undefined)),
      'NOT_AUTHORISED',
    );
    const officer = account('RiversideMSP/collector', { kind: 'officer' });
    assert.equal(
      codeOf(() => suspend(MANAGER, officer, officer.id)),
      'NOT_AUTHORISED',
    );
  });

  it('leaves auditor and registrar to the registrar', () => {
    for (const id of ['RegulatorMSP/auditor', 'RegulatorMSP/registrar2']) {
      const office = account(id, { kind: 'officer' });
      for (const caller of [MANAGER, SUPPLIER])
        assert.equal(
          codeOf(() => suspend(caller, office, id)),
          'NOT_AUTHORISED',
        );
      assert.equal(suspend(REGISTRAR, office, id).outcome, 'done');
    }
  });

  it('refuses an unknown account', () => {
    assert.equal(
      codeOf(() => suspend(MANAGER, undefined)),
      'ACCOUNT_NOT_FOUND',
    );
  });

  it('answers exists to the same suspension again, STATE_CONFLICT to another reason or author', () => {
    const stored = suspendedBy(MANAGER);
    assert.equal(suspend(MANAGER, stored).outcome, 'exists');
    assert.equal(
      codeOf(() => suspend(MANAGER, stored, ANNA, 'other')),
      'STATE_CONFLICT',
    );
    assert.equal(
      codeOf(() => suspend(REGISTRAR, stored)),
      'STATE_CONFLICT',
    );
  });
});

describe('reinstate an account', () => {
  it('makes it active again and forgets who suspended it', () => {
    const { result } = reinstate(MANAGER, suspendedBy(MANAGER));
    assert.deepEqual([result.status, result.reason, result.suspendedBy], ['active', 'settled', undefined]);
  });

  it("leaves the registrar's suspension to the registrar", () => {
    assert.equal(
      codeOf(() => reinstate(MANAGER, suspendedBy(REGISTRAR))),
      'NOT_AUTHORISED',
    );
    assert.equal(reinstate(REGISTRAR, suspendedBy(REGISTRAR)).outcome, 'done');
  });

  it("lets another manager of the organisation, and the registrar, lift a manager's", () => {
    const colleague = callerOf('manager', 'RiversideMSP', 'manager2');
    for (const caller of [colleague, REGISTRAR]) {
      assert.equal(reinstate(caller, suspendedBy(MANAGER)).outcome, 'done');
    }
  });

  it('answers exists to the same again, STATE_CONFLICT when it is active for another reason', () => {
    const active = reinstate(MANAGER, suspendedBy(MANAGER)).result;
    assert.equal(reinstate(MANAGER, active).outcome, 'exists');
    assert.equal(
      codeOf(() => reinstate(MANAGER, account(ANNA))),
      'STATE_CONFLICT',
    );
  });
});
