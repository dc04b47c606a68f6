import assert from 'node:assert/strict';
import sinon from 'sinon';
import { AccountReservations } from '../../../gateway/src/fabric/account-reservations.ts';
import { Unavailable } from '../../../gateway/src/fabric/errors.ts';

const ACCOUNT = 'RiversideMSP/m1';
const TIMEOUT_MS = 1000;

/** Picks the first of `coins` that is free. */
function firstOf(coins: readonly string[]) {
  return (taken: ReadonlySet<string>) => {
    const free = coins.find((coin) => !taken.has(coin));
    return Promise.resolve(free === undefined ? undefined : { keys: [free], value: free });
  };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('reservations of an account', () => {
  it('never give the same coin to two commands', async () => {
    const reservations = new AccountReservations();
    const pick = firstOf(['a', 'b', 'c']);
    const values = await Promise.all(
      [1, 2, 3].map(async () => (await reservations.reserve(ACCOUNT, pick, TIMEOUT_MS)).value),
    );
    assert.deepEqual(values.sort(), ['a', 'b', 'c']);
  });

  it('keep a command waiting until a coin is given back', async () => {
    const reservations = new AccountReservations();
    const first = await reservations.reserve(ACCOUNT, firstOf(['a']), TIMEOUT_MS);
    let second: string | undefined;
    const waiting = reservations
      .reserve(ACCOUNT, firstOf(['a']), TIMEOUT_MS)
      .then(({ value }) => (second = value));
    await settled();
    assert.equal(second, undefined);
    first.release();
    await waiting;
    assert.equal(second, 'a');
  });

  it('keep a command waiting until a new coin is projected', async () => {
    const reservations = new AccountReservations();
    const coins: string[] = [];
    const waiting = reservations.reserve(ACCOUNT, (taken) => firstOf(coins)(taken), TIMEOUT_MS);
    await settled();
    coins.push('new');
    reservations.changed(['RiversideMSP/other', ACCOUNT]);
    assert.equal((await waiting).value, 'new');
  });

  it('serve commands in the order of their coming, also those that would be content with less', async () => {
    const reservations = new AccountReservations();
    const held = await reservations.reserve(ACCOUNT, firstOf(['a']), TIMEOUT_MS);
    const served: string[] = [];
    const reserve = (name: string, coins: readonly string[]) =>
      reservations.reserve(ACCOUNT, firstOf(coins), TIMEOUT_MS).then(() => served.push(name));
    const both = [reserve('first', ['a']), reserve('second', ['b'])];
    await settled();
    assert.deepEqual(served, []);
    held.release();
    await Promise.all(both);
    assert.deepEqual(served, ['first', 'second']);
  });

  it('do not let one account wait for another', async () => {
    const reservations = new AccountReservations();
    await reservations.reserve(ACCOUNT, firstOf(['a']), TIMEOUT_MS);
    assert.equal((await reservations.reserve('RiversideMSP/m2', firstOf(['a']), TIMEOUT_MS)).value, 'a');
  });

  it('end as unavailable when nothing comes back in time, and let the next one try', async () => {
    const clock = sinon.useFakeTimers();
    try {
      const reservations = new AccountReservations();
      await reservations.reserve(ACCOUNT, firstOf(['a']), TIMEOUT_MS);
      const first = assert.rejects(reservations.reserve(ACCOUNT, firstOf(['a']), TIMEOUT_MS), Unavailable);
      await clock.tickAsync(500);
      const second = reservations.reserve(ACCOUNT, firstOf(['b']), TIMEOUT_MS);
      await clock.tickAsync(501);
      await first;
      assert.equal((await second).value, 'b');
    } finally {
      clock.restore();
    }
  });

  it('pass on what choosing throws, and serve the next command', async () => {
    const reservations = new AccountReservations();
    const short = new Error('no funds');
    await assert.rejects(
      reservations.reserve(ACCOUNT, () => Promise.reject(short), TIMEOUT_MS),
      short,
    );
    assert.equal((await reservations.reserve(ACCOUNT, firstOf(['a']), TIMEOUT_MS)).value, 'a');
  });
});
