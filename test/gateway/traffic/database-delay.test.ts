import assert from 'node:assert/strict';
import sinon from 'sinon';
import { DatabaseDelay } from '../../../gateway/src/traffic/database-delay.ts';

describe('the delay of the database', () => {
  let clock: sinon.SinonFakeTimers;
  let answerMs: number;
  let delay: DatabaseDelay;

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    answerMs = 0;
    delay = new DatabaseDelay(() => new Promise((resolve) => setTimeout(resolve, answerMs)));
    void delay.run();
  });
  afterEach(() => {
    delay.stop();
    clock.restore();
  });

  it('follows what questions wait, up and down', async () => {
    await clock.tickAsync(2_000);
    assert.ok(delay.ms < 5, String(delay.ms));
    answerMs = 400;
    await clock.tickAsync(5_000);
    assert.ok(delay.ms > 300 && delay.ms <= 400, String(delay.ms));
    answerMs = 0;
    await clock.tickAsync(2_000);
    assert.ok(delay.ms < 5, String(delay.ms));
  });

  it('grows while a question is not answered, and is little after one that waited long', async () => {
    await clock.tickAsync(2_000);
    answerMs = 900;
    await clock.tickAsync(500);
    answerMs = 0;
    assert.ok(delay.ms > 50 && delay.ms < 200, String(delay.ms));
    await clock.tickAsync(200);
    assert.ok(delay.ms > 80 && delay.ms < 200, String(delay.ms));
  });

  it('is measured on after a question that failed', async () => {
    delay.stop();
    const ask = sinon.stub().rejects(new Error('no database'));
    delay = new DatabaseDelay(ask);
    void delay.run();
    await clock.tickAsync(1_000);
    assert.ok(ask.callCount > 5);
  });
});
