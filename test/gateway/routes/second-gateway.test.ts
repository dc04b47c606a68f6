import assert from 'node:assert/strict';
import { Horizon, type CommonwattClient } from '@commonwatt/client';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { MemoryGateway } from '../memory-gateway.ts';
import { approvedRoof, deliver, enrolmentIdOf, mint, newMembers, SCHEME, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const SOON = Math.floor(Date.now() / 1000) + 3600;

/** A gateway that knows nothing of what its organisation's other one was asked, as after the loss of its database. */
describe('a request that comes again through another gateway', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let second: MemoryGateway;
  let first: CommonwattClient;
  let again: CommonwattClient;
  let payee: string;

  before(async () => {
    consortium = await sharedConsortium();
    const [member = '', other = ''] = await newMembers(consortium, 2);
    payee = other;
    const id = enrolmentIdOf(member);
    first = await consortium.riverside.client(id);
    const riverside = { mspId: 'RiversideMSP', kind: 'community' } as const;
    second = await MemoryGateway.open(consortium.network, riverside, { member: id }, new Horizon());
    again = await second.client(id);
    const manager = await consortium.riverside.client('manager');
    const roof = await approvedRoof(consortium, member, 'second');
    await deliver(manager, signedDay(roof, 1000).signed);
    await manager.command('/v1/issuances', { body: { device: roof.device, scheme: SCHEME } });
    await mint(consortium, member, '100');
  });
  after(() => second.close());

  it('pays once, although the coins are spent', async () => {
    const request = (amount: string) => ({
      body: { outputs: [{ account: payee, amount }] },
      idempotencyKey: 'pay-all',
    });
    const paid = await first.command('/v1/payments', request('100'));
    const repeated = await again.command('/v1/payments', request('100'));
    assert.equal(repeated.outcome, 'exists');
    assert.deepEqual(repeated.result, paid.result);
    assert.equal(await codeOf(again.command('/v1/payments', request('99'))), 'EXISTS_WITH_DIFFERENT_CONTENT');
  });

  it('transfers, offers and retires once, although the holdings are others by now', async () => {
    const requests = {
      '/v1/transfers': { to: payee, scheme: SCHEME, units: 5 },
      '/v1/offers': { scheme: SCHEME, units: 9, price: 1, expiresAt: SOON },
      '/v1/retirements': { scheme: SCHEME, units: 10, purpose: 'compliance', period: { start: 1, end: 2 } },
    } as const;
    for (const [path, body] of Object.entries(requests)) {
      const request = { body, idempotencyKey: `once ${path}`.replaceAll(/[^a-z]/g, '') } as never;
      const done = await first.command(path as '/v1/transfers', request);
      const repeated = await again.command(path as '/v1/transfers', request);
      assert.equal(repeated.outcome, 'exists', path);
      assert.deepEqual(repeated.result, done.result, path);
    }
  });
});
