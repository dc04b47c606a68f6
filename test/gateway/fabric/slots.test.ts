import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Slots } from '../../../gateway/src/fabric/slots.ts';

const WORK_MS = 300;

describe('slots', () => {
  let clock: sinon.SinonFakeTimers;

  beforeEach(() => (clock = sinon.useFakeTimers()));
  afterEach(() => clock.restore());

  function work(ms = WORK_MS): () => Promise<void> {
    return () => new Promise((resolve) => setTimeout(resolve, ms));
  }

  async function learn(slots: Slots, count: number, ms: number): Promise<void> {
    const works = Array.from({ length: count }, () => slots.run(work(ms)));
    await clock.runAllAsync();
    await Promise.all(works);
  }

  it('make nobody wait while one is free', async () => {
    const slots = new Slots(2);
    await learn(slots, 10, WORK_MS);
    void slots.run(work());
    assert.equal(slots.waitMs, 0);
  });

  it('foretell the wait by how many wait and how long works take', async () => {
    const slots = new Slots(2);
    await learn(slots, 10, WORK_MS);
    for (let count = 0; count < 2; count += 1) void slots.run(work());
    assert.equal(slots.waitMs, WORK_MS / 2);
    for (let count = 0; count < 4; count += 1) void slots.run(work());
    assert.equal(slots.waitMs, (5 * WORK_MS) / 2);
  });

  it('foretell longer waits once works take longer, and shorter ones again', async () => {
    const slots = new Slots(1);
    const expected = async (ms: number) => {
      await learn(slots, 100, ms);
      void slots.run(work());
      const { waitMs } = slots;
      await clock.runAllAsync();
      return waitMs;
    };
    for (const ms of [100, 1000, 100]) {
      const waitMs = await expected(ms);
      assert.ok(Math.abs(waitMs - ms) < ms / 4, `${waitMs} for works of ${ms}`);
    }
  });

  it('foretell at least what the first has waited, when no work ends', async () => {
    const slots = new Slots(1);
    void slots.run(() => new Promise(() => undefined));
    assert.equal(slots.waitMs, 0);
    void slots.run(work());
    await clock.tickAsync(5_000);
    assert.equal(slots.waitMs, 5_000);
  });

  it('are never idle, and make nobody wait long, when twice as many come and are sent away by the foretold wait', async () => {
    const [count, limitMs, gapMs] = [50, 1_000, WORK_MS / 50 / 2];
    const slots = new Slots(count);
    await learn(slots, count, WORK_MS);
    const waited: number[] = [];
    const comes = () => {
      if (slots.waitMs > limitMs) return;
      const since = performance.now();
      void slots.run(() => {
        waited.push(performance.now() - since);
        return work()();
      });
    };
    const timer = setInterval(comes, gapMs);
    const seconds = 30;
    await clock.tickAsync(seconds * 1000);
    clearInterval(timer);
    const done = waited.length;
    assert.ok(Math.max(...waited) <= limitMs + WORK_MS, `${Math.max(...waited)} ms`);
    assert.ok(done >= 0.95 * count * ((seconds * 1000) / WORK_MS), `${done} works`);
    await clock.runAllAsync();
  });

  it('are free again after a work that fails', async () => {
    const slots = new Slots(1);
    await assert.rejects(slots.run(() => Promise.reject(new Error('a failure'))));
    assert.equal(await slots.run(() => Promise.resolve('done')), 'done');
  });
});
