import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Expiry } from '../../../gateway/src/services/expiry.ts';
import { silent } from '../fabric/stub-ledger.ts';
import { approvedRoof, deliver, enrolmentIdOf, newMembers, SCHEME, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

describe('the end of offers whose time has passed', function () {
  this.timeout(180_000);

  it("comes through their organisation's gateway, and their holdings are free again", async () => {
    const consortium = await sharedConsortium();
    const { riverside, utility } = consortium;
    const [owner = ''] = await newMembers(consortium, 1);
    const client = await riverside.client(enrolmentIdOf(owner));
    const manager = await riverside.client('manager');
    const roof = await approvedRoof(consortium, owner, 'expiry');
    await deliver(manager, signedDay(roof, 1000).signed);
    await manager.command('/v1/issuances', { body: { device: roof.device, scheme: SCHEME } });
    const expiresAt = Math.floor(Date.now() / 1000) + 2;
    const terms = { scheme: SCHEME, units: 1, price: 1 };
    const short = await client.command('/v1/offers', { body: { ...terms, expiresAt } });
    const long = await client.command('/v1/offers', { body: { ...terms, expiresAt: expiresAt + 3600 } });
    await pause(5_000);
    for (const { services } of [utility, riverside]) {
      await new Expiry(services, services.authentication.callerOf('gateway'), silent).run();
    }
    const statusOf = async (id: string) => (await client.get('/v1/offers/{id}', { path: { id } })).status;
    assert.equal(await statusOf(short.result.id), 'expired');
    assert.equal(await statusOf(long.result.id), 'open');
    const { items } = await client.get('/v1/certificate-balances', { query: { owner } });
    assert.deepEqual(
      items.map(({ free, offered }) => ({ free, offered })),
      [{ free: 23, offered: 1 }],
    );
    const { items: sent } = await client.get('/v1/transactions', { query: { method: 'trades:expire' } });
    assert.deepEqual(
      sent.map(({ creator }) => creator),
      ['RiversideMSP/gateway'],
    );
  });
});
