import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { payAtOnce } from './concurrent-payments.ts';

describe('a hundred payments at once out of one coin', function () {
  this.timeout(180_000);

  it('all succeed, and every gateway tells the same exact sums afterwards', async () => {
    const market = await Market.open(await runningNetwork());
    const { violations } = await payAtOnce(market, { payments: 100, seed: 1 });
    assert.deepEqual(violations, []);
  });
});
