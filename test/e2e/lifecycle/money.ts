import assert from 'node:assert/strict';
import { it } from 'mocha';
import { wealthOf } from '../faults/wealth.ts';
import { codeOf, type Party } from '../party.ts';
import { inSeconds, type Stage } from './stage.ts';

const DAY_SEC = 86_400;

/** Payments, coins and holds. */
export function money(stage: Stage): void {
  const freeOf = async (party: Party) => (await wealthOf(party, party.account)).free;

  it('is paid to others, and change comes back', async () => {
    const { company, neighbour } = stage.cast;
    const before = await Promise.all([company, neighbour].map(freeOf));
    const outputs = [{ account: neighbour.account, amount: '1000' }];
    const { id } = await company.command('/v1/payments', { body: { outputs, reference: 'rent' } });
    for (const party of [company, neighbour]) {
      const payment = await party.get('/v1/payments/{id}', { path: { id } });
      assert.deepEqual([payment.from, payment.reference], [company.account, 'rent']);
    }
    const after = await Promise.all([company, neighbour].map(freeOf));
    assert.deepEqual(after, [(before[0] ?? 0n) - 1000n, (before[1] ?? 0n) + 1000n]);
    const outsider = stage.cast.newcomer.get('/v1/payments/{id}', { path: { id } });
    assert.equal(await codeOf(outsider), 'NOT_AUTHORISED');
  });

  it('is joined into one coin, and stays as much', async () => {
    const { neighbour } = stage.cast;
    const before = await freeOf(neighbour);
    assert.ok((await neighbour.list('/v1/coins', {})).length > 1);
    await neighbour.command('/v1/coin-merges', { body: {} });
    const coins = await neighbour.list('/v1/coins', {});
    assert.deepEqual(
      coins.map(({ amount }) => amount),
      [before.toString()],
    );
    await neighbour.command('/v1/payments', {
      body: { outputs: [{ account: stage.cast.newcomer.account, amount: '5' }] },
    });
  });

  it('is kept for a payee, who takes a part of it once; the rest returns', async () => {
    const { company, seller } = stage.cast;
    const before = await wealthOf(company, company.account);
    const body = { payee: seller.account, amount: '500', expiresAt: inSeconds(DAY_SEC) };
    const { id } = await company.command('/v1/holds', { body });
    const path = { id };
    assert.deepEqual(await wealthOf(company, company.account), {
      free: before.free - 500n,
      held: before.held + 500n,
    });
    const capture = (party: Party, amount: string) =>
      codeOf(party.command('/v1/holds/{id}/captures', { path, body: { amount } }));
    assert.equal(await capture(company, '200'), 'NOT_AUTHORISED');
    assert.equal(await capture(seller, '501'), 'FUNDS_INSUFFICIENT');
    assert.equal(await capture(seller, '200'), 'accepted');
    assert.equal(await capture(seller, '300'), 'STATE_CONFLICT');
    assert.deepEqual(await wealthOf(company, company.account), {
      free: before.free - 200n,
      held: before.held,
    });
    const { status, captured } = await seller.get('/v1/holds/{id}', { path });
    assert.deepEqual([status, captured], ['captured', '200']);
  });

  it('is given back by the payee at any time, and not by the payer before the time is over', async () => {
    const { company, neighbour } = stage.cast;
    const body = { payee: company.account, amount: '300', expiresAt: inSeconds(DAY_SEC) };
    const before = await wealthOf(neighbour, neighbour.account);
    const { id } = await neighbour.command('/v1/holds', { body });
    const release = (party: Party) =>
      codeOf(party.command('/v1/holds/{id}/releases', { path: { id }, body: {} }));
    assert.equal(await release(neighbour), 'EXPIRY_NOT_REACHED');
    assert.equal(await release(company), 'accepted');
    assert.deepEqual(await wealthOf(neighbour, neighbour.account), before);
  });

  it('is shown as held as long as nobody ends the hold', async () => {
    const { company, neighbour } = stage.cast;
    const body = { payee: company.account, amount: '400', expiresAt: inSeconds(DAY_SEC) };
    const { id } = await neighbour.command('/v1/holds', { body });
    const held = await neighbour.list('/v1/coins', { query: { state: 'held' } });
    assert.deepEqual(
      held.map(({ amount, state }) => [amount, state]),
      [['400', { kind: 'held', by: 'hold', id }]],
    );
  });
}
