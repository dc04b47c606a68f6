import assert from 'node:assert/strict';
import { authorisationCells, METHODS, RECORD_RULES } from '@commonwatt/chaincode/domain';

describe('the authorisation matrix as data', () => {
  it('says for every method of the registry what holds about the record, and for no other', () => {
    assert.deepEqual(Object.keys(RECORD_RULES).sort(), METHODS.map(({ name }) => name).sort());
  });

  it('has a record rule for no role that may not call', () => {
    const cells = authorisationCells();
    for (const [method, rules] of Object.entries(RECORD_RULES)) {
      for (const role of Object.keys(typeof rules === 'string' ? {} : (rules ?? {}))) {
        assert.ok(
          cells.some((cell) => cell.method === method && cell.role === role && cell.allowed),
          `${method} ${role}`,
        );
      }
    }
  });

  it('lets nobody but a gateway and a collector submit readings, and no gateway move value', () => {
    const allowed = authorisationCells().filter((cell) => cell.allowed);
    const submitters = allowed.filter(({ method }) => method === 'readings:submit').map(({ role }) => role);
    assert.deepEqual(submitters.sort(), ['collector', 'gateway']);
    const ofGateway = allowed.filter(({ role }) => role === 'gateway').map(({ method }) => method);
    assert.deepEqual(
      ofGateway.filter((method) => /^(money|proposals|points|devices|organisations):/.test(method)),
      [],
    );
  });

  it('lets an auditor write nothing but its own account', () => {
    const writes = METHODS.filter(({ kind }) => kind === 'submit').map(({ name }) => name);
    const ofAuditor = authorisationCells().filter(({ role, allowed }) => role === 'auditor' && allowed);
    assert.deepEqual(
      ofAuditor.map(({ method }) => method).filter((method) => writes.includes(method)),
      ['accounts:activate', 'accounts:rotateKey'],
    );
  });
});
