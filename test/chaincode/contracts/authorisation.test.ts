import assert from 'node:assert/strict';
import { authorisationCells, METHODS, role, ROLES_BY_KIND, type Role } from '@commonwatt/chaincode/domain';
import type { TestIdentity } from '../../ledger/index.ts';
import { Market } from './market.ts';

const MSP_BY_KIND = { regulator: 'RegulatorMSP', utility: 'UtilityMSP', community: 'RiversideMSP' } as const;
const KINDS = ['regulator', 'utility', 'community'] as const;

describe('the authorisation matrix', () => {
  let market: Market;

  before(async () => {
    market = await Market.open();
    await market.member(MSP_BY_KIND.community, 'member');
    const supplier = market.identity(MSP_BY_KIND.utility, 'supplier');
    const accounts = [{ enrolmentId: 'buyer', kind: 'thirdParty' }];
    await market.submit(supplier, 'accounts:register', { accounts });
  });

  after(() => {
    market.close();
  });

  function holderOf(given: Role): TestIdentity {
    const kind = KINDS.find((item) => ROLES_BY_KIND[item].includes(given)) ?? assert.fail(given);
    return market.identity(MSP_BY_KIND[kind], given);
  }

  it('has one cell for each method and role', () => {
    const cells = authorisationCells().map((cell) => `${cell.method} ${cell.role}`);
    assert.equal(new Set(cells).size, METHODS.length * role.options.length);
    assert.equal(cells.length, METHODS.length * role.options.length);
  });

  for (const { name } of METHODS) {
    it(`${name}: refuses exactly the roles that it is not for`, async () => {
      for (const cell of authorisationCells().filter(({ method }) => method === name)) {
        const answer = await market.answer(holderOf(cell.role), name, 'no command');
        if (cell.allowed) assert.notEqual(answer, 'NOT_AUTHORISED', cell.role);
        else assert.equal(answer, 'NOT_AUTHORISED', cell.role);
      }
    });
  }

  it('every role counts from organisations of its kind alone, for every method', async () => {
    for (const kind of KINDS) {
      for (const given of role.options.filter((item) => !ROLES_BY_KIND[kind].includes(item))) {
        for (const { name } of METHODS) {
          const answer = await market.answer(market.identity(MSP_BY_KIND[kind], given), name);
          assert.equal(answer, 'ROLE_FOREIGN', `${given} of ${kind} calls ${name}`);
        }
      }
    }
  });

  it('every method refuses a suspended account, a suspended organisation and an unknown one', async () => {
    const hillside = await market.member('HillsideMSP', 'bruno');
    const anna = await market.member('RiversideMSP', 'anna');
    await market.submit(market.registrar, 'organisations:suspend', { mspId: 'HillsideMSP', reason: 'audit' });
    await market.submit(market.registrar, 'accounts:suspend', {
      account: 'RiversideMSP/anna',
      reason: 'audit',
    });
    const stranger = market.identity('LakesideMSP', 'member', 'carl');
    for (const { name, roles } of METHODS) {
      const mayCall: readonly Role[] = roles;
      assert.equal(await market.answer(hillside, name), 'ORGANISATION_SUSPENDED', name);
      assert.equal(await market.answer(stranger, name), 'ORGANISATION_UNKNOWN', name);
      const expected = mayCall.includes('member') ? 'ACCOUNT_SUSPENDED' : 'NOT_AUTHORISED';
      assert.equal(await market.answer(anna, name), expected, name);
    }
  });
});
