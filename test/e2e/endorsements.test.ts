/** Who stands behind every transaction: shown from a peer's own blocks. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { audit, type AuditReport } from '../../audit/audit.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { runningNetwork } from '../network/running-network.ts';
import { Market } from './market.ts';

describe('endorsements', function () {
  this.timeout(180_000);
  let network: Consortium;
  let report: AuditReport;
  let sent: string[];

  before(async () => {
    network = await runningNetwork();
    const market = await Market.open(network);
    sent = await clientsOfEveryOrganisationWrite(market);
    report = await audit({
      channel: market.channel,
      blocks: join(network.state.organisation('Regulator').peer, 'data'),
    });
  });

  const mspIdsOf = (kind: string) =>
    network.definition.organisations.filter((item) => item.kind === kind).map(({ mspId }) => mspId);

  it('every valid transaction that writes state of the market is endorsed by regulator, utility and a co-operative', () => {
    const valid = report.endorsements.filter((row) => row.valid > 0);
    for (const { organisations } of valid) {
      for (const kind of ['regulator', 'utility', 'community'])
        assert.ok(
          mspIdsOf(kind).some((mspId) => organisations.includes(mspId)),
          `${kind} is missing in ${organisations.join(' + ')}`,
        );
    }
    const counted = valid.reduce((sum, row) => sum + row.valid, 0);
    assert.equal(counted, report.transactions.market, 'every transaction of the market is in the table');
    assert.ok(counted >= sent.length, `${counted} transactions, ${sent.length} were sent just now`);
  });

  it('so are those that clients of each of the four organisations sent', () => {
    const organisations = new Set(sent.map((account) => account.split('/')[0]));
    assert.deepEqual(
      [...organisations].sort(),
      network.definition.organisations.map(({ mspId }) => mspId).sort(),
    );
  });

  it("the blocks' signatures, and the books that they keep, are in order", () => {
    assert.deepEqual(report.discrepancy, null);
    assert.ok(report.balanced && report.signatures.checked);
  });
});

/** @returns the accounts that sent the transactions, as the ledger tells them */
async function clientsOfEveryOrganisationWrite(market: Market): Promise<string[]> {
  const { registrar, supplier, riverside, hillside } = market.offices;
  const senders = [];
  for (const manager of [riverside, hillside]) {
    const member = await market.member(manager);
    const roof = await market.connectRoof(manager, member);
    await market.report(manager, roof.deviceMeter, [1000]);
    senders.push(await member.operation('/v1/activations', { body: {} }));
  }
  const [buyer] = await market.enrol(supplier, ['thirdParty']);
  assert.ok(buyer);
  senders.push(await buyer.operation('/v1/activations', { body: {} }));
  const scheme = market.name('E2E');
  const subject = { kind: 'mint' as const, account: buyer.account, amount: '1' };
  const body = { subject, evidenceHash: scheme.padEnd(43, 'E') };
  senders.push(await registrar.operation('/v1/proposals', { body }));
  return await Promise.all(
    senders.map(async ({ transactionIds }) => {
      const id = transactionIds.at(-1) ?? assert.fail('nothing was sent');
      const transaction = await registrar.get('/v1/transactions/{id}', { path: { id } });
      assert.equal(transaction.validationCode, 0);
      return transaction.creator ?? assert.fail('nobody sent it');
    }),
  );
}
