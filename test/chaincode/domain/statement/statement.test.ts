import assert from 'node:assert/strict';
import { decideStatement, role, type Role, type Stated } from '@commonwatt/chaincode/domain';
import { callerOf } from '../callers.ts';
import { codeOf } from '../precedence.ts';
import { ANNA } from '../samples.ts';

const MSP_OF: Record<Role, string> = {
  registrar: 'RegulatorMSP',
  auditor: 'RegulatorMSP',
  supplier: 'UtilityMSP',
  gridOperator: 'UtilityMSP',
  buyer: 'UtilityMSP',
  treasurer: 'UtilityMSP',
  manager: 'RiversideMSP',
  member: 'RiversideMSP',
  collector: 'RiversideMSP',
  gateway: 'RiversideMSP',
};
const VALUE = { v: 1 };

const code = (given: Role, stated: Stated, mspId = MSP_OF[given], id?: string): string =>
  codeOf(() => decideStatement(callerOf(given, mspId, id), 'market', 'some/id', stated));
const readers = (stated: Stated): Role[] =>
  role.options.filter((given) => code(given, stated) === 'accepted');

describe('decideStatement', () => {
  it('names channel, id and value', () => {
    const made = decideStatement(callerOf('auditor', 'RegulatorMSP'), 'market', 'point/x', {
      access: 'open',
      value: VALUE,
    });
    assert.deepEqual(made, { channel: 'market', id: 'point/x', value: VALUE });
  });

  it('gives an open record to every role, and NOT_FOUND where there is none', () => {
    assert.deepEqual(readers({ access: 'open', value: VALUE }), role.options);
    assert.equal(code('auditor', { access: 'open', value: undefined }), 'NOT_FOUND');
  });

  const metering: Stated = { access: 'metering', value: VALUE, owner: ANNA };

  it('gives readings to grid operator, registrar, auditor, own manager and own gateway', () => {
    assert.deepEqual(readers(metering), ['registrar', 'auditor', 'gridOperator', 'manager', 'gateway']);
  });

  it('gives readings to their owner, not to another member', () => {
    assert.equal(code('member', metering, 'RiversideMSP', 'anna'), 'accepted');
    assert.equal(code('member', metering, 'RiversideMSP', 'bob'), 'NOT_AUTHORISED');
  });

  it("refuses another co-operative's manager and gateway", () => {
    for (const given of ['manager', 'gateway'] as const) {
      assert.equal(code(given, metering, 'HillsideMSP'), 'NOT_AUTHORISED');
    }
  });

  it('does not tell a stranger whether a readings record is there', () => {
    assert.equal(code('member', { ...metering, value: undefined }), 'NOT_AUTHORISED');
    assert.equal(code('auditor', { ...metering, value: undefined }), 'NOT_FOUND');
    assert.equal(code('member', { access: 'metering', value: undefined, owner: undefined }), 'NOT_FOUND');
  });

  const money: Stated = { access: 'money', value: VALUE, parties: [ANNA, 'HillsideMSP/bruno'] };

  it('gives money to treasurer, registrar, auditor and every party, to nobody else', () => {
    assert.deepEqual(readers(money), ['registrar', 'auditor', 'treasurer']);
    assert.equal(code('member', money, 'RiversideMSP', 'anna'), 'accepted');
    assert.equal(code('member', money, 'HillsideMSP', 'bruno'), 'accepted');
    assert.equal(code('member', money, 'HillsideMSP', 'anna'), 'NOT_AUTHORISED');
  });
});
