import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { repeatRequests } from './duplicates.ts';

describe('requests sent many times over, through one gateway and through two', function () {
  this.timeout(240_000);

  it('each happens once, and another body under the same key is refused', async () => {
    const market = await Market.open(await runningNetwork());
    const { violations } = await repeatRequests(market, { keys: 15, copies: 20, seed: 1 });
    assert.deepEqual(violations, []);
  });
});
