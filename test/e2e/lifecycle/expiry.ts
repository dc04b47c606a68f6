import assert from 'node:assert/strict';
import { before, it } from 'mocha';
import { awaitUntil } from '../../../test-network-scripts/await-until.ts';
import { codeOf } from '../party.ts';
import { inSeconds, type Stage } from './stage.ts';

/** As short as it can be, and still the commands arrive in time on a busy machine. */
const OPEN_SEC = 8;
const ENDED_WITHIN_MS = 60_000;
const PRICE = 1000;

/** What nobody takes in time. Opened before the other chapters, so that they do not wait for it. */
export class Expiring {
  readonly #stage: Stage;
  #ids: { offer: string; lasting: string; bid: string; hold: string } | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async open(): Promise<void> {
    const { seller: giver, tardy } = this.#stage.cast;
    const { seller, buyer } = tardy;
    const scheme = this.#stage.schemeRef;
    await giver.command('/v1/transfers', { body: { to: seller.account, scheme, units: 2 } });
    const terms = { scheme, units: 1, price: PRICE };
    const lasting = await seller.command('/v1/offers', { body: { ...terms, expiresAt: inSeconds(86_400) } });
    const expiresAt = inSeconds(OPEN_SEC);
    const [offer, bid] = await Promise.all([
      seller.command('/v1/offers', { body: { ...terms, expiresAt } }),
      buyer.command('/v1/offers/{id}/bids', {
        path: { id: lasting.id },
        body: { units: 1, price: PRICE, expiresAt },
      }),
    ]);
    const hold = await buyer.command('/v1/holds', {
      body: { payee: seller.account, amount: '77', expiresAt },
    });
    this.#ids = { offer: offer.id, lasting: lasting.id, bid: bid.id, hold: hold.id };
  }

  get ids() {
    return this.#ids ?? assert.fail('nothing was opened');
  }
}

/** The end of what was open for a time. */
export function expiry(stage: Stage, expiring: Expiring): void {
  let ids: Expiring['ids'];
  before(() => {
    ids = expiring.ids;
  });

  it("an offer and a bid whose time has passed are ended by their own organisation's gateway", async () => {
    const { seller, buyer } = stage.cast.tardy;
    await awaitUntil('the end of offer and bid', ENDED_WITHIN_MS, async () => {
      const offer = await seller.get('/v1/offers/{id}', { path: { id: ids.offer } });
      const bid = await buyer.get('/v1/bids/{id}', { path: { id: ids.bid } });
      return offer.status === 'expired' && bid.status === 'expired';
    });
    const enders = await stage.market.offices.auditor.list('/v1/transactions', {
      query: { method: 'trades:expire', valid: true },
    });
    for (const [type, id, creator] of [
      ['offer', ids.offer, 'RiversideMSP/gateway'],
      ['bid', ids.bid, 'UtilityMSP/gateway'],
    ]) {
      const ender = enders.find((sent) => sent.ids?.some(([of, what]) => of === type && what === id));
      assert.equal(ender?.creator, creator, type);
    }
  });

  it('what they had locked is free again, and nothing can be bought or sold by them', async () => {
    const { seller, buyer } = stage.cast.tardy;
    const { auditor } = stage.market.offices;
    assert.deepEqual(await auditor.list('/v1/holdings', { query: { offer: ids.offer } }), []);
    const coins = await buyer.list('/v1/coins', { query: { state: 'held' } });
    assert.ok(coins.every(({ state }) => !('id' in state) || state.id !== ids.bid));
    const late = buyer.command('/v1/offers/{id}/acceptances', {
      path: { id: ids.offer },
      body: { units: 1 },
    });
    assert.equal(await codeOf(late), 'OFFER_CLOSED');
    const bid = seller.command('/v1/bids/{id}/acceptances', { path: { id: ids.bid }, body: {} });
    assert.equal(await codeOf(bid), 'BID_CLOSED');
    await seller.command('/v1/offers/{id}/withdrawals', { path: { id: ids.lasting }, body: {} });
  });

  it('money that was kept for a payee in vain is taken back by the payer', async () => {
    const { buyer } = stage.cast.tardy;
    const path = { id: ids.hold };
    await buyer.command('/v1/holds/{id}/releases', { path, body: {} });
    assert.equal((await buyer.get('/v1/holds/{id}', { path })).status, 'released');
  });
}
