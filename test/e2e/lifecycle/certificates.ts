import assert from 'node:assert/strict';
import { it } from 'mocha';
import { PURPOSE } from '../market.ts';
import { codeOf, type Party } from '../party.ts';
import { GIFT, inSeconds, UNIT_WH, type Stage } from './stage.ts';

const HOUR_SEC = 3600;

/** Transfer and retirement of certificates. */
export function certificates(stage: Stage): void {
  const unitsOf = async ({ account }: Party) => {
    const [balance] = await stage.market.offices.auditor.list('/v1/certificate-balances', {
      query: { owner: account, scheme: `${stage.scheme.id}/1` },
    });
    return { free: balance?.free ?? 0, retired: balance?.retired ?? 0 };
  };
  const period = { start: inSeconds(-HOUR_SEC), end: inSeconds(0) };

  it('pass from hand to hand, picked by number or named, also to another organisation', async () => {
    const { seller, neighbour, company } = stage.cast;
    const { auditor } = stage.market.offices;
    const scheme = stage.schemeRef;
    const { free } = await unitsOf(seller);
    const { id } = await seller.command('/v1/transfers', {
      body: { to: neighbour.account, scheme, units: 6 },
    });
    const { from, to, units } = await auditor.get('/v1/transfers/{id}', { path: { id } });
    assert.deepEqual([from, to, units], [seller.account, neighbour.account, 6]);
    const [held] = await neighbour.list('/v1/holdings', { query: { owner: neighbour.account } });
    assert.ok(held);
    const pieces = [{ batch: held.batch, start: held.start, units: 4 }];
    await neighbour.command('/v1/transfers', { body: { to: company.account, scheme, pieces } });
    const path = { batch: held.batch, start: held.start };
    const { owner, end } = await company.get('/v1/holdings/{batch}/{start}', { path });
    assert.deepEqual([owner, end - held.start], [company.account, 4]);
    const again = neighbour.command('/v1/transfers', { body: { to: seller.account, scheme, pieces } });
    assert.equal(await codeOf(again), 'HOLDING_FOREIGN');
    const found = await Promise.all([seller, neighbour, company].map(unitsOf));
    assert.deepEqual(
      found.map((balance) => balance.free),
      [free - 6, 2, 4],
    );
  });

  it('are retired for a purpose and period, for oneself or a beneficiary, and never used again', async () => {
    const { neighbour, company } = stage.cast;
    const use = { scheme: stage.schemeRef, period };
    const { id } = await company.command('/v1/retirements', { body: { ...use, purpose: PURPOSE, units: 3 } });
    const own = await neighbour.get('/v1/retirements/{id}', { path: { id } });
    assert.deepEqual([own.owner, own.energyWh, own.period], [company.account, 3 * UNIT_WH, period]);
    const beneficiary = { kind: 'account', account: neighbour.account } as const;
    const given = await company.command('/v1/retirements', {
      body: { ...use, purpose: GIFT, beneficiary, units: 1 },
    });
    const gift = await neighbour.get('/v1/retirements/{id}', { path: { id: given.id } });
    assert.deepEqual(gift.beneficiary, beneficiary);
    assert.deepEqual(await unitsOf(company), { free: 0, retired: 4 });

    const [piece] = own.pieces;
    assert.ok(piece);
    const body = { to: neighbour.account, scheme: stage.schemeRef, pieces: [piece] };
    assert.equal(await codeOf(company.command('/v1/transfers', { body })), 'HOLDING_CHANGED');
    await neighbour.command('/v1/retirements', { body: { ...use, purpose: PURPOSE, units: 1 } });
    const unheardOf = neighbour.command('/v1/retirements', { body: { ...use, purpose: 'fun', units: 1 } });
    assert.equal(await codeOf(unheardOf), 'PURPOSE_UNKNOWN');
  });
}
