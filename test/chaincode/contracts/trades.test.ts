import assert from 'node:assert/strict';
import type { Change } from '@commonwatt/chaincode/domain';
import { SCHEME_REF, valuesOf } from '../domain/samples.ts';
import { accountOf, coinsIn, TradingMarket } from './trading-market.ts';

const rangesIn = (changes: readonly Change[]) =>
  valuesOf(changes, 'holding').map(({ start, end, owner, state }) => [start, end, owner, state.kind]);

describe('the contract of trades', () => {
  let market: TradingMarket;
  beforeEach(async () => {
    market = await TradingMarket.open();
  });

  it('sells an offer piece by piece until it is filled', async () => {
    const { bruno, clara, anna } = market;
    const offer = await market.offer(await market.issue(10), 3);
    const first = await market.create(bruno, 'trades:acceptOffer', {
      offer: offer.result.id,
      units: 4,
      coins: [await market.mint(bruno, '20000')],
    });
    assert.deepEqual(rangesIn(first.changes), [
      [0, 4, accountOf(bruno), 'free'],
      [4, 10, accountOf(anna), 'offered'],
    ]);
    assert.deepEqual(
      coinsIn(first.changes).map(({ owner, amount }) => [owner, amount]),
      [
        [accountOf(anna), '12000'],
        [accountOf(bruno), '8000'],
      ],
    );
    const coin = await market.mint(clara, '18000');
    const accept = { idempotencyKey: 'k', offer: offer.result.id, units: 7, coins: [coin] };
    assert.equal(await market.codeOf(clara, 'trades:acceptOffer', accept), 'FUNDS_INSUFFICIENT');
    const tooMany = { ...accept, coins: [coin, await market.mint(clara, '9000')] };
    assert.equal(await market.codeOf(clara, 'trades:acceptOffer', tooMany), 'OFFER_CHANGED');
    const second = await market.create(clara, 'trades:acceptOffer', { ...accept, units: 6 });
    assert.deepEqual(rangesIn(second.changes), [[4, 10, accountOf(clara), 'free']]);
    const [filled] = valuesOf(second.changes, 'offer');
    assert.deepEqual([filled?.status, filled?.pieces], ['filled', []]);
    const late = {
      idempotencyKey: 'l',
      offer: offer.result.id,
      units: 1,
      coins: [await market.mint(bruno, '3000')],
    };
    assert.equal(await market.codeOf(bruno, 'trades:acceptOffer', late), 'OFFER_CLOSED');
  });

  it('lets two buyers who accept one offer in one block be one', async () => {
    const { bruno, clara, anna } = market;
    const { ledger } = market.market;
    const offer = await market.offer(await market.issue(10), 1);
    const coins = { bruno: await market.mint(bruno, '10000'), clara: await market.mint(clara, '10000') };
    const accept = (buyer: typeof bruno, coin: string) =>
      ledger.endorse(buyer, 'trades:acceptOffer', [
        JSON.stringify({ idempotencyKey: 'k', offer: offer.result.id, units: 10, coins: [coin] }),
      ]);
    const { transactions } = ledger.commit([
      await accept(bruno, coins.bruno),
      await accept(clara, coins.clara),
    ]);
    assert.deepEqual(
      transactions.map(({ validationCode }) => validationCode),
      [0, 11],
    );
    const retried = { idempotencyKey: 'k', offer: offer.result.id, units: 10, coins: [coins.clara] };
    assert.equal(await market.codeOf(clara, 'trades:acceptOffer', retried), 'OFFER_CLOSED');
    const kept = await market.stored(`coin/${coins.clara}`);
    assert.deepEqual(kept, {
      v: 1,
      id: coins.clara,
      owner: accountOf(clara),
      amount: '10000',
      state: { kind: 'free' },
    });
    assert.equal(
      ((await market.stored(`offer/${offer.result.id}`)) as { seller: string }).seller,
      accountOf(anna),
    );
  });

  it('sells to a bid at its price, with the money that it held', async () => {
    const { bruno, anna } = market;
    const offer = await market.offer(await market.issue(10), 5);
    const bid = await market.create(bruno, 'trades:bid', {
      offer: offer.result.id,
      units: 6,
      price: 2,
      coins: [await market.mint(bruno, '13000')],
      expiresAt: market.now + 60,
    });
    const held = `${bid.result.id}.0`;
    const spend = {
      idempotencyKey: 'k',
      coins: [held],
      outputs: [{ account: accountOf(anna), amount: '12000' }],
    };
    assert.equal(await market.codeOf(bruno, 'money:pay', spend), 'COIN_HELD');
    assert.equal(
      await market.codeOf(bruno, 'trades:acceptBid', { idempotencyKey: 'k', bid: bid.result.id }),
      'NOT_AUTHORISED',
    );
    const { result, changes } = await market.create(anna, 'trades:acceptBid', { bid: bid.result.id });
    assert.deepEqual(rangesIn(changes), [
      [0, 6, accountOf(bruno), 'free'],
      [6, 10, accountOf(anna), 'offered'],
    ]);
    assert.deepEqual(coinsIn(changes), [
      { id: `${result.id}.0`, owner: accountOf(anna), amount: '12000', state: 'free' },
    ]);
    assert.deepEqual(
      changes.flatMap((change) => (change.type === 'coinSpent' ? [change.id] : [])),
      [held],
    );
    assert.equal(
      await market.codeOf(anna, 'trades:acceptBid', { idempotencyKey: 'again', bid: bid.result.id }),
      'OFFER_CHANGED',
    );
  });

  it('frees what an offer and a bid had locked when they are withdrawn', async () => {
    const { bruno, anna } = market;
    const offer = await market.offer(await market.issue(10), 0);
    await market.create(bruno, 'trades:acceptOffer', { offer: offer.result.id, units: 3, coins: [] });
    const bid = await market.create(bruno, 'trades:bid', {
      offer: offer.result.id,
      units: 1,
      price: 2,
      coins: [await market.mint(bruno, '2000')],
      expiresAt: market.now + 60,
    });
    const offerGone = await market.market.submit(anna, 'trades:withdrawOffer', { offer: offer.result.id });
    assert.deepEqual(rangesIn(offerGone.changes), [[3, 10, accountOf(anna), 'free']]);
    assert.equal(
      await market.codeOf(anna, 'trades:acceptBid', { idempotencyKey: 'k', bid: bid.result.id }),
      'OFFER_CLOSED',
    );
    const bidGone = await market.market.submit(bruno, 'trades:withdrawBid', { bid: bid.result.id });
    assert.deepEqual(
      coinsIn(bidGone.changes).map(({ amount, state }) => [amount, state]),
      [['2000', 'free']],
    );
    const again = await market.market.submit(bruno, 'trades:withdrawBid', { bid: bid.result.id });
    assert.deepEqual([again.outcome, again.changes], ['exists', []]);
  });

  it('expires offers and bids whose time is over, with a verdict each', async () => {
    const { bruno } = market;
    const short = await market.offer(await market.issue(10), 0, 60);
    const long = await market.offer(await market.issue(5), 0, 600);
    const bid = await market.create(bruno, 'trades:bid', {
      offer: long.result.id,
      units: 1,
      price: 2,
      coins: [await market.mint(bruno, '2000')],
      expiresAt: market.now + 60,
    });
    market.market.ledger.clock.advance(60);
    const expire = { offers: [short.result.id, long.result.id], bids: [bid.result.id] };
    assert.deepEqual(await market.market.verdicts(bruno, 'trades:expire', expire), [
      'done',
      'EXPIRY_NOT_REACHED',
      'done',
    ]);
    assert.deepEqual(await market.market.verdicts(bruno, 'trades:expire', expire), [
      'exists',
      'EXPIRY_NOT_REACHED',
      'exists',
    ]);
  });

  it('does not let an endorsed acceptance pass an expiry that was ordered before it', async () => {
    const { bruno, clara } = market;
    const { ledger } = market.market;
    const offer = await market.offer(await market.issue(10), 0, 10);
    const accept = await ledger.endorse(bruno, 'trades:acceptOffer', [
      JSON.stringify({ idempotencyKey: 'k', offer: offer.result.id, units: 10, coins: [] }),
    ]);
    ledger.clock.advance(10);
    const expire = await ledger.endorse(clara, 'trades:expire', [
      JSON.stringify({ offers: [offer.result.id], bids: [] }),
    ]);
    const { transactions } = ledger.commit([expire, accept]);
    assert.deepEqual(
      transactions.map(({ validationCode }) => validationCode),
      [0, 11],
    );
  });

  it('refuses a suspended seller as counterparty', async () => {
    const { bruno, anna, registrar } = market;
    const offer = await market.offer(await market.issue(10), 0);
    await market.market.submit(registrar, 'accounts:suspend', { account: accountOf(anna), reason: 'audit' });
    const accept = { idempotencyKey: 'k', offer: offer.result.id, units: 1, coins: [] };
    assert.equal(await market.codeOf(bruno, 'trades:acceptOffer', accept), 'ACCOUNT_SUSPENDED');
  });

  it('takes few state operations', async () => {
    const { bruno, anna } = market;
    const { ledger } = market.market;
    const operations = async (identity: typeof anna, method: string, command: object) => {
      const { gets, puts, deletes, scans } = (
        await ledger.endorse(identity, method, [JSON.stringify({ idempotencyKey: market.key(), ...command })])
      ).operations;
      return { gets, puts, deletes, scans };
    };
    const { batch } = await market.issue(4);
    const pieces = [{ batch, start: 0, units: 4 }];
    const offering = { scheme: SCHEME_REF, pieces, price: 1, expiresAt: market.now + 60 };
    assert.deepEqual(await operations(anna, 'trades:offer', offering), {
      gets: 5,
      puts: 2,
      deletes: 0,
      scans: 0,
    });
    const { result } = await market.create(anna, 'trades:offer', offering);
    const coins = [await market.mint(bruno, '5000')];
    const accepting = { offer: result.id, units: 4, coins };
    assert.deepEqual(await operations(bruno, 'trades:acceptOffer', accepting), {
      gets: 7,
      puts: 5,
      deletes: 1,
      scans: 0,
    });
    const bidding = { ...accepting, price: 1, expiresAt: market.now + 60 };
    assert.deepEqual(await operations(bruno, 'trades:bid', bidding), {
      gets: 6,
      puts: 3,
      deletes: 1,
      scans: 0,
    });
    const bid = await market.create(bruno, 'trades:bid', bidding);
    assert.deepEqual(await operations(anna, 'trades:acceptBid', { bid: bid.result.id }), {
      gets: 7,
      puts: 5,
      deletes: 1,
      scans: 0,
    });
  });
});
