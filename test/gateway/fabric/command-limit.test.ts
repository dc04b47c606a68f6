import assert from 'node:assert/strict';
import sinon from 'sinon';
import { CommandLimit } from '../../../gateway/src/fabric/command-limit.ts';

/** What one command takes alone. */
const ALONE_MS = 200;
const MOST = 1000;

describe('the limit of commands under way', () => {
  let clock: sinon.SinonFakeTimers;
  let limit: CommandLimit;

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    limit = new CommandLimit(MOST);
  });
  afterEach(() => clock.restore());

  /**
   * A network that commits so many a second, whatever is under way, is sent more or less.
   *
   * @returns how long the accepted of the last half took, milliseconds, and how many were refused
   */
  async function send(perSecond: number, { commits, seconds }: { commits: number; seconds: number }) {
    const took: number[] = [];
    let [refused, freeAt] = [0, 0];
    for (let sent = 0; sent < perSecond * seconds; sent += 1) {
      if (limit.isReached) refused += 1;
      else {
        const now = performance.now();
        freeAt = Math.max(now, freeAt) + 1000 / commits;
        const leave = limit.enter(now);
        const ms = Math.max(ALONE_MS, freeAt - now);
        const isLate = sent > (perSecond * seconds) / 2;
        setTimeout(() => {
          leave();
          if (isLate) took.push(ms);
        }, ms);
      }
      await clock.tickAsync(1000 / perSecond);
    }
    await clock.tickAsync(60_000);
    return { took, refused };
  }

  it('lets everything in that the network can commit', async () => {
    assert.equal((await send(20, { commits: 40, seconds: 60 })).refused, 0);
  });

  for (const commits of [20, 200]) {
    it(`keeps commands from taking over five times as long when twice of ${commits} a second come`, async () => {
      await send(commits / 2, { commits, seconds: 30 });
      const { took, refused } = await send(commits * 2, { commits, seconds: 60 });
      assert.ok(Math.max(...took) < 5 * ALONE_MS, String(Math.max(...took)));
      // Of what can be committed, nearly all is.
      assert.ok(took.length > 0.9 * commits * 30, String(took.length));
      assert.ok(refused > 0.9 * commits * 60, String(refused));
    });
  }

  it('rises with what the network can commit, up to its bound', async () => {
    await send(1000, { commits: 400, seconds: 60 });
    assert.ok(limit.count > 100, String(limit.count));
    const bounded = new CommandLimit(5);
    for (let entered = 0; entered < 5; entered += 1) bounded.enter(performance.now());
    assert.equal(bounded.isReached, true);
  });

  it('lets six in, however long they take', async () => {
    const leaves = Array.from({ length: 50 }, () => limit.enter(performance.now()));
    await clock.tickAsync(3_600_000);
    for (const leave of leaves) leave();
    for (let round = 0; round < 20; round += 1) {
      const slow = Array.from({ length: limit.count }, () => limit.enter(performance.now()));
      await clock.tickAsync(3_600_000);
      for (const leave of slow) leave();
    }
    assert.equal(limit.count, 6);
  });

  it('is not cut by long commands that are few', async () => {
    for (let round = 0; round < 100; round += 1) {
      const leaves = Array.from({ length: 5 }, () => limit.enter(performance.now()));
      await clock.tickAsync(10_000);
      for (const leave of leaves) leave();
    }
    assert.equal(limit.count, 50);
  });
});
