import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { raceForOffers } from './one-winner.ts';

describe('two buyers accept the same offer at once, through two gateways', function () {
  this.timeout(180_000);

  it('exactly one buys, the other is told the truth, and no coin or certificate is lost or left bound', async () => {
    const market = await Market.open(await runningNetwork());
    const { violations } = await raceForOffers(market, { rounds: 20, seed: 1 });
    assert.deepEqual(violations, []);
  });
});
