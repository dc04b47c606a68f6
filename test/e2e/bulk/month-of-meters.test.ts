import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { deliverMonth } from './month-of-meters.ts';

const METERS = 120;
const DAYS = 5;
const SEED = 1;

describe('readings of many meters in one streamed request', function () {
  this.timeout(120_000);

  it('get a verdict each, in order, and the gateway stays within its memory', async () => {
    const market = await Market.open(await runningNetwork());
    const options = { meters: METERS, days: DAYS, seed: SEED, say: () => undefined };
    const { violations } = await deliverMonth(market, options);
    assert.deepEqual(violations, []);
  });
});
