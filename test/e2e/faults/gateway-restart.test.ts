import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { killGateways } from './gateway-restart.ts';

describe('a gateway that is killed with fifty commands under way', function () {
  this.timeout(300_000);

  it('resolves each that it had taken truthfully, and does none twice that is sent again', async () => {
    const market = await Market.open(await runningNetwork());
    const { violations } = await killGateways(market, { rounds: 2, seed: 1, say: () => undefined });
    assert.deepEqual(violations, []);
  });
});
