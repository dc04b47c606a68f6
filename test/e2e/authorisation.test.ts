/** The authorisation matrix on the real network, cell by cell, by evaluate. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { authorisationCells, METHODS, role, type Role } from '@commonwatt/chaincode/domain';
import { codeOfCall } from '../chaincode/contracts/market.ts';
import type { FabricLedgerClient } from '../ledger/fabric-ledger-client.ts';
import type { LedgerIdentity } from '../ledger/index.ts';
import { ledgerClientOf } from '../network/ledger-client.ts';
import { runningNetwork } from '../network/running-network.ts';
import { Market } from './market.ts';

describe('the authorisation matrix on the network', function () {
  this.timeout(180_000);
  let ledger: FabricLedgerClient;
  let holders: Map<Role, LedgerIdentity>;

  before(async () => {
    const network = await runningNetwork();
    const market = await Market.open(network);
    const member = await market.member(market.offices.riverside);
    ledger = ledgerClientOf(network);
    const officers = network.definition.organisations.flatMap(({ mspId, users }) =>
      users.map(({ id, role: given }) => [given as Role, { mspId, id }] as const),
    );
    const [mspId = ''] = member.account.split('/');
    holders = new Map([
      ...officers,
      ['member', { mspId, id: member.enrolmentId }],
      ['gateway', { mspId, id: 'gateway' }],
    ]);
    assert.deepEqual([...holders.keys()].sort(), [...role.options].sort(), 'somebody has each role');
  });
  after(() => ledger.close());

  const cells = authorisationCells();

  it('has one cell for each method and role', () => {
    const names = new Set(cells.map((cell) => `${cell.method} ${cell.role}`));
    assert.equal(names.size, METHODS.length * role.options.length);
    assert.equal(cells.length, names.size);
  });

  for (const { name } of METHODS) {
    it(`${name}: refuses exactly the roles that it is not for`, async () => {
      const expected = cells
        .filter(({ method }) => method === name)
        .map((cell) => [cell.role, cell.allowed ? 'COMMAND_MALFORMED' : 'NOT_AUTHORISED'] as const);
      const answered = expected.map(async ([given]) => {
        const identity = holders.get(given) ?? assert.fail(given);
        // Whoever is let in comes as far as its command, which is none.
        return [given, await codeOfCall(ledger.evaluate(identity, name, ['no command']))] as const;
      });
      assert.deepEqual(await Promise.all(answered), expected);
    });
  }
});
