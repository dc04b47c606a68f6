import assert from 'node:assert/strict';
import { it } from 'mocha';
import { unitsOf, wealthOf } from '../faults/wealth.ts';
import { codeOf, type Party } from '../party.ts';
import { inSeconds, UNIT_WH, type Stage } from './stage.ts';

const DAY_SEC = 86_400;
/** Millionths of the currency per kWh. */
const PRICE = 50_000;
/** Of one unit, in billionths. */
const UNIT_PRICE = BigInt(PRICE * UNIT_WH);

/** Offers, bids, and certificates against money. */
export function trade(stage: Stage): void {
  const offer = async (units: number) => {
    const body = { scheme: stage.schemeRef, units, price: PRICE, expiresAt: inSeconds(DAY_SEC) };
    return (await stage.cast.seller.command('/v1/offers', { body })).id;
  };
  const bid = async (buyer: Party, id: string, units: number, price: number) => {
    const body = { units, price, expiresAt: inSeconds(DAY_SEC) };
    return (await buyer.command('/v1/offers/{id}/bids', { path: { id }, body })).id;
  };
  const standing = async (party: Party) => ({
    units: await unitsOf(party, party.account, stage.scheme),
    money: await wealthOf(party, party.account),
  });

  it('takes place when a buyer accepts an offer: certificates and money change hands together', async () => {
    const { seller, company } = stage.cast;
    const [sold, bought] = [await standing(seller), await standing(company)];
    const id = await offer(5);
    const path = { id };
    assert.equal((await standing(seller)).units.offered, sold.units.offered + 5);
    const accept = (units: number) =>
      company.command('/v1/offers/{id}/acceptances', { path, body: { units } });
    const first = await accept(2);
    assert.equal(await codeOf(accept(4)), 'OFFER_CHANGED');
    await accept(3);
    assert.equal(await codeOf(accept(1)), 'OFFER_CLOSED');
    assert.equal((await company.get('/v1/offers/{id}', { path })).status, 'filled');

    const done = await seller.get('/v1/trades/{id}', { path: { id: first.id } });
    assert.deepEqual(
      [done.offer, done.seller, done.buyer, done.units, done.amount],
      [id, seller.account, company.account, 2, (2n * UNIT_PRICE).toString()],
    );
    const [selling, buying] = [await standing(seller), await standing(company)];
    assert.equal(selling.money.free, sold.money.free + 5n * UNIT_PRICE);
    assert.equal(buying.money.free, bought.money.free - 5n * UNIT_PRICE);
    assert.equal(selling.units.free, sold.units.free - 5);
    assert.equal(buying.units.free, bought.units.free + 5);
  });

  it('takes place when the seller accepts a bid, at the price of the bid', async () => {
    const { seller, neighbour } = stage.cast;
    const id = await offer(4);
    const before = await standing(neighbour);
    const bidId = await bid(neighbour, id, 3, PRICE / 2);
    const price = (3n * UNIT_PRICE) / 2n;
    assert.deepEqual((await standing(neighbour)).money, {
      free: before.money.free - price,
      held: before.money.held + price,
    });
    const accepted = await seller.command('/v1/bids/{id}/acceptances', { path: { id: bidId }, body: {} });
    const { amount, units, bid: of } = await neighbour.get('/v1/trades/{id}', { path: { id: accepted.id } });
    assert.deepEqual([amount, units, of], [price.toString(), 3, bidId]);
    assert.deepEqual(await standing(neighbour), {
      units: { ...before.units, free: before.units.free + 3 },
      money: { ...before.money, free: before.money.free - price },
    });
    assert.equal((await seller.get('/v1/bids/{id}', { path: { id: bidId } })).status, 'accepted');
    assert.equal((await seller.get('/v1/offers/{id}', { path: { id } })).status, 'open');
    const own = seller.command('/v1/offers/{id}/acceptances', { path: { id }, body: { units: 1 } });
    assert.equal(await codeOf(own), 'OWN_OFFER');
  });

  it('takes place at no price, and then no money moves', async () => {
    const { neighbour, company } = stage.cast;
    const before = [await standing(neighbour), await standing(company)];
    const body = { scheme: stage.schemeRef, units: 1, price: 0, expiresAt: inSeconds(DAY_SEC) };
    const path = { id: (await neighbour.command('/v1/offers', { body })).id };
    const { id } = await company.command('/v1/offers/{id}/acceptances', { path, body: { units: 1 } });
    const { seller, amount } = await company.get('/v1/trades/{id}', { path: { id } });
    assert.deepEqual([seller, amount], [neighbour.account, '0']);
    const after = [await standing(neighbour), await standing(company)];
    assert.deepEqual(
      after.map((at) => at.money),
      before.map((at) => at.money),
    );
    assert.deepEqual(
      after.map((at) => at.units.free),
      [(before[0]?.units.free ?? 0) - 1, (before[1]?.units.free ?? 0) + 1],
    );
  });

  it('does not take place when offer or bid are withdrawn: everything is free again', async () => {
    const { seller, company } = stage.cast;
    const before = await Promise.all([seller, company].map(standing));
    const id = await offer(2);
    const bids = [await bid(company, id, 1, PRICE), await bid(company, id, 2, PRICE - 1)];
    const withdraw = (path: { id: string }) =>
      company.command('/v1/bids/{id}/withdrawals', { path, body: {} });
    const [first = '', second = ''] = bids;
    await withdraw({ id: first });
    const path = { id: first };
    const gone = seller.command('/v1/bids/{id}/acceptances', { path, body: {} });
    assert.equal(await codeOf(gone), 'BID_CLOSED');
    await seller.command('/v1/offers/{id}/withdrawals', { path: { id }, body: {} });
    const late = seller.command('/v1/bids/{id}/acceptances', { path: { id: second }, body: {} });
    assert.equal(await codeOf(late), 'OFFER_CLOSED');
    await withdraw({ id: second });
    assert.deepEqual(await Promise.all([seller, company].map(standing)), before);
    assert.equal((await company.get('/v1/offers/{id}', { path: { id } })).status, 'withdrawn');
  });
}
