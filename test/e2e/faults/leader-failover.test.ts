import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { killLeaders } from './leader-failover.ts';

/** Twice what the evidence must show: a machine that runs tests may be busy with other things as well. */
const LIMITS = { medianSec: 8, longestSec: 20 };

describe('the leader of the ordering nodes, killed under load', function () {
  this.timeout(300_000);

  it('is replaced soon; every payment under way is committed exactly once', async () => {
    const market = await Market.open(await runningNetwork());
    const { violations } = await killLeaders(market, {
      kills: 2,
      seed: 1,
      limits: LIMITS,
      say: () => undefined,
    });
    assert.deepEqual(violations, []);
  });
});
