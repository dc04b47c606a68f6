import assert from 'node:assert/strict';
import type { CommonwattClient } from '@commonwatt/client';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { approvedRoof, deliver, enrolmentIdOf, mint, newMembers, SCHEME, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const PAYMENTS = 100;
const CONTESTS = 10;
const KEYS = 10;
const COPIES = 20;
const UTILITY_BUYER = 'UtilityMSP/buyer';
const PRICE = 1000;

/** What many do at the same time; the whole figures are those of the end-to-end tests. */
describe('rivals for the same records over HTTP', function () {
  this.timeout(300_000);
  let consortium: MemoryConsortium;
  let members: string[];

  before(async () => {
    consortium = await sharedConsortium();
    members = await newMembers(consortium, 4);
  });

  function clientOf(account: string): Promise<CommonwattClient> {
    return consortium.riverside.client(enrolmentIdOf(account));
  }

  it('all pay, 100 at once out of one account that has one coin', async () => {
    const [payer = '', payee = ''] = members;
    await mint(consortium, payer, '100');
    const client = await clientOf(payer);
    const body = { outputs: [{ account: payee, amount: '1' }] };
    await Promise.all(Array.from({ length: PAYMENTS }, () => client.command('/v1/payments', { body })));
    assert.deepEqual((await client.get('/v1/balances', {})).items, []);
    const [received] = (await (await clientOf(payee)).get('/v1/balances', {})).items;
    assert.equal(received?.free, '100');
  });

  it('for the same offer: one of two buyers at two gateways gets it, the other is told the truth', async () => {
    const [, , seller = '', memberBuyer = ''] = members;
    const sellerClient = await clientOf(seller);
    const manager = await consortium.riverside.client('manager');
    const roof = await approvedRoof(consortium, seller, 'contest');
    await deliver(manager, signedDay(roof, 1000).signed);
    await manager.command('/v1/issuances', { body: { device: roof.device, scheme: SCHEME } });
    await mint(consortium, memberBuyer, '100000000');
    await mint(consortium, UTILITY_BUYER, '100000000');
    const buyers = [await clientOf(memberBuyer), await consortium.utility.client('buyer')];
    const expiresAt = Math.floor(Date.now() / 1000) + 3600;
    for (let contest = 0; contest < CONTESTS; contest += 1) {
      const offer = await sellerClient.command('/v1/offers', {
        body: { scheme: SCHEME, units: 1, price: PRICE, expiresAt },
      });
      const accept = (client: CommonwattClient) =>
        codeOf(
          client.command('/v1/offers/{id}/acceptances', {
            path: { id: offer.result.id },
            body: { units: 1 },
          }),
        );
      const outcomes = (await Promise.all(buyers.map(accept))).sort();
      assert.deepEqual(outcomes, ['OFFER_CLOSED', 'done']);
    }
    const trades = await sellerClient.get('/v1/trades', { query: { seller } });
    assert.equal(trades.items.length, CONTESTS);
  });

  it('with the same key: of 20 copies of each request one happens, and all get its operation', async () => {
    const [payee = '', payer = ''] = members;
    const client = await clientOf(payer);
    const before = (await client.get('/v1/payments', { query: { from: payer, limit: 500 } })).items.length;
    const copies = Array.from({ length: KEYS * COPIES }, (_, index) => {
      const amount = String((index % KEYS) + 1);
      const body = { outputs: [{ account: payee, amount }] };
      return client.command('/v1/payments', { body, idempotencyKey: `copy-${amount}` });
    });
    const operations = await Promise.all(copies);
    assert.equal(new Set(operations.map(({ id }) => id)).size, KEYS);
    const after = (await client.get('/v1/payments', { query: { from: payer, limit: 500 } })).items.length;
    assert.equal(after - before, KEYS);
    const other = client.command('/v1/payments', {
      body: { outputs: [{ account: payee, amount: '11' }] },
      idempotencyKey: 'copy-1',
    });
    assert.equal(await codeOf(other), 'EXISTS_WITH_DIFFERENT_CONTENT');
  });
});
