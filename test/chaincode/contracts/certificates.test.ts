import assert from 'node:assert/strict';
import { SCHEME_REF, valuesOf } from '../domain/samples.ts';
import { accountOf, TradingMarket } from './trading-market.ts';

describe('the contract of certificates', () => {
  let market: TradingMarket;
  beforeEach(async () => {
    market = await TradingMarket.open();
  });

  const retirement = (batch: string, start: number, units: number) => ({
    scheme: SCHEME_REF,
    pieces: [{ batch, start, units }],
    purpose: 'compliance',
    period: { start: 0, end: 1 },
  });

  it('transfers and retires along the ranges of a batch', async () => {
    const { anna, bruno } = market;
    const { batch } = await market.issue(10);
    await market.create(anna, 'certificates:transfer', {
      to: accountOf(bruno),
      pieces: [{ batch, start: 0, units: 6 }],
    });
    const { result } = await market.create(bruno, 'certificates:retire', retirement(batch, 0, 2));
    const holdings = await Promise.all([0, 2, 6].map((start) => market.stored(`holding/${batch}/${start}`)));
    assert.deepEqual(
      holdings.map((value) => {
        const { start, end, owner, state } = value as Record<string, unknown>;
        return [start, end, owner, state];
      }),
      [
        [0, 2, accountOf(bruno), { kind: 'retired', retirement: result.id }],
        [2, 6, accountOf(bruno), { kind: 'free' }],
        [6, 10, accountOf(anna), { kind: 'free' }],
      ],
    );
  });

  it('does a command once, however often it is sent, whichever pieces it then names', async () => {
    const { anna } = market;
    const { batch } = await market.issue(10);
    const command = { idempotencyKey: 'once', ...retirement(batch, 0, 2) };
    const first = await market.create(anna, 'certificates:retire', command);
    const again = await market.create(anna, 'certificates:retire', {
      ...command,
      ...retirement(batch, 2, 2),
    });
    assert.deepEqual(again, { outcome: 'exists', result: first.result, changes: [] });
    const other = { ...command, ...retirement(batch, 2, 3) };
    assert.equal(await market.codeOf(anna, 'certificates:retire', other), 'EXISTS_WITH_DIFFERENT_CONTENT');
    assert.equal(
      await market.codeOf(anna, 'certificates:transfer', {
        idempotencyKey: 'once',
        to: accountOf(market.bruno),
        pieces: [{ batch, start: 2, units: 1 }],
      }),
      'accepted',
      'another method, another request',
    );
  });

  it('lets two retirements of one holding in one block happen once', async () => {
    const { anna } = market;
    const { ledger } = market.market;
    const { batch } = await market.issue(10);
    const retire = (start: number) =>
      ledger.endorse(anna, 'certificates:retire', [
        JSON.stringify({ idempotencyKey: market.key(), ...retirement(batch, start, 2) }),
      ]);
    const { transactions } = ledger.commit([await retire(0), await retire(0)]);
    assert.deepEqual(
      transactions.map(({ validationCode }) => validationCode),
      [0, 11],
      'valid, MVCC_READ_CONFLICT',
    );
    assert.equal(
      await market.codeOf(anna, 'certificates:retire', { idempotencyKey: 'x', ...retirement(batch, 0, 2) }),
      'HOLDING_CHANGED',
    );
  });

  it('takes few state operations', async () => {
    const { anna, bruno } = market;
    const { ledger } = market.market;
    const { batch } = await market.issue(10);
    const operations = async (method: string, command: object) => {
      const { gets, puts, deletes, scans } = (
        await ledger.endorse(anna, method, [JSON.stringify({ idempotencyKey: market.key(), ...command })])
      ).operations;
      return { gets, puts, deletes, scans };
    };
    assert.deepEqual(
      await operations('certificates:transfer', {
        to: accountOf(bruno),
        pieces: [{ batch, start: 0, units: 10 }],
      }),
      { gets: 5, puts: 2, deletes: 0, scans: 0 },
    );
    assert.deepEqual(await operations('certificates:retire', retirement(batch, 0, 10)), {
      gets: 5,
      puts: 2,
      deletes: 0,
      scans: 0,
    });
  });

  it('refuses a beneficiary that is no account', async () => {
    const { batch } = await market.issue(1);
    const command = {
      idempotencyKey: 'k',
      ...retirement(batch, 0, 1),
      beneficiary: { kind: 'account', account: 'RiversideMSP/nobody' },
    };
    assert.equal(await market.codeOf(market.anna, 'certificates:retire', command), 'ACCOUNT_NOT_FOUND');
    const own = { ...command, beneficiary: { kind: 'account', account: accountOf(market.anna) } };
    const { changes } = await market.create(market.anna, 'certificates:retire', own);
    assert.deepEqual(valuesOf(changes, 'retirement')[0]?.beneficiary, own.beneficiary);
  });
});
