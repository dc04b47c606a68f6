import assert from 'node:assert/strict';
import { accountOf, coinsIn, TradingMarket } from './trading-market.ts';

describe('the contract of money', () => {
  let market: TradingMarket;
  beforeEach(async () => {
    market = await TradingMarket.open();
  });

  it('pays with coins and gives change, numbered under the payment', async () => {
    const { bruno, anna } = market;
    const coin = await market.mint(bruno, '100');
    const { result, changes } = await market.create(bruno, 'money:pay', {
      coins: [coin],
      outputs: [
        { account: accountOf(anna), amount: '30' },
        { account: accountOf(bruno), amount: '70' },
      ],
    });
    assert.deepEqual(coinsIn(changes), [
      { id: `${result.id}.0`, owner: accountOf(anna), amount: '30', state: 'free' },
      { id: `${result.id}.1`, owner: accountOf(bruno), amount: '70', state: 'free' },
    ]);
    const spentAgain = {
      idempotencyKey: 'k',
      coins: [coin],
      outputs: [{ account: accountOf(anna), amount: '100' }],
    };
    assert.equal(await market.codeOf(bruno, 'money:pay', spentAgain), 'COIN_NOT_FOUND');
  });

  it('pays once, however often it is asked, whichever coins it then names', async () => {
    const { bruno, anna } = market;
    const coins = [await market.mint(bruno, '100'), await market.mint(bruno, '100')];
    const payment = (coin: string | undefined, change: string) => ({
      idempotencyKey: 'once',
      coins: [coin],
      outputs: [
        { account: accountOf(anna), amount: '30' },
        { account: accountOf(bruno), amount: change },
      ],
    });
    const first = await market.create(bruno, 'money:pay', payment(coins[0], '70'));
    const again = await market.create(bruno, 'money:pay', payment(coins[1], '70'));
    assert.deepEqual(again, { outcome: 'exists', result: first.result, changes: [] });
  });

  it('never gives two coins of one account the same id, though their commands share the key', async () => {
    const { bruno, anna } = market;
    const idempotencyKey = 'shared';
    const [forPayment, forHold] = [await market.mint(bruno, '5'), await market.mint(bruno, '5')];
    const paid = await market.create(bruno, 'money:pay', {
      idempotencyKey,
      coins: [forPayment],
      outputs: [{ account: accountOf(anna), amount: '5' }],
    });
    const held = await market.create(bruno, 'money:hold', {
      idempotencyKey,
      coins: [forHold],
      payee: accountOf(anna),
      amount: '5',
      expiresAt: market.now + 10,
    });
    const [toAnna] = coinsIn(paid.changes);
    const [kept] = coinsIn(held.changes);
    assert.notEqual(toAnna?.id, kept?.id);
  });

  it('holds, captures a part and returns the rest', async () => {
    const { bruno, anna } = market;
    const hold = await market.create(bruno, 'money:hold', {
      coins: [await market.mint(bruno, '100')],
      payee: accountOf(anna),
      amount: '60',
      expiresAt: market.now + 10,
    });
    const { id } = hold.result;
    const spend = {
      idempotencyKey: 'k',
      coins: [`${id}.0`],
      outputs: [{ account: accountOf(anna), amount: '60' }],
    };
    assert.equal(await market.codeOf(bruno, 'money:pay', spend), 'COIN_HELD');
    assert.equal(await market.codeOf(bruno, 'money:release', { hold: id }), 'EXPIRY_NOT_REACHED');
    const { changes } = await market.market.submit(anna, 'money:capture', { hold: id, amount: '50' });
    assert.deepEqual(
      coinsIn(changes).map(({ id: coin, amount }) => [coin, amount]),
      [
        [`${id}.2`, '50'],
        [`${id}.3`, '10'],
      ],
    );
    assert.equal(await market.codeOf(anna, 'money:release', { hold: id }), 'STATE_CONFLICT');
  });

  it('gives the payer its money back once the hold has expired, and the payee comes too late', async () => {
    const { bruno, anna } = market;
    const { result } = await market.create(bruno, 'money:hold', {
      coins: [await market.mint(bruno, '60')],
      payee: accountOf(anna),
      amount: '60',
      expiresAt: market.now + 10,
    });
    market.market.ledger.clock.advance(10);
    const { changes } = await market.market.submit(bruno, 'money:release', { hold: result.id });
    assert.deepEqual(coinsIn(changes), [
      { id: `${result.id}.0`, owner: accountOf(bruno), amount: '60', state: 'free' },
    ]);
    assert.equal(
      await market.codeOf(anna, 'money:capture', { hold: result.id, amount: '60' }),
      'STATE_CONFLICT',
    );
  });

  it('does not let an endorsed capture pass a release that was ordered before it', async () => {
    const { bruno, anna } = market;
    const { ledger } = market.market;
    const { result } = await market.create(bruno, 'money:hold', {
      coins: [await market.mint(bruno, '60')],
      payee: accountOf(anna),
      amount: '60',
      expiresAt: market.now + 10,
    });
    const capture = await ledger.endorse(anna, 'money:capture', [
      JSON.stringify({ hold: result.id, amount: '60' }),
    ]);
    ledger.clock.advance(10);
    const release = await ledger.endorse(bruno, 'money:release', [JSON.stringify({ hold: result.id })]);
    const { transactions } = ledger.commit([release, capture]);
    assert.deepEqual(
      transactions.map(({ validationCode }) => validationCode),
      [0, 11],
    );
  });

  it('refuses an account whose organisation is suspended as recipient', async () => {
    const { bruno, anna, registrar } = market;
    const coin = await market.mint(anna, '5');
    await market.market.submit(registrar, 'organisations:suspend', { mspId: 'HillsideMSP', reason: 'audit' });
    const command = {
      idempotencyKey: 'k',
      coins: [coin],
      outputs: [{ account: accountOf(bruno), amount: '5' }],
    };
    assert.equal(await market.codeOf(anna, 'money:pay', command), 'ORGANISATION_SUSPENDED');
  });
});
