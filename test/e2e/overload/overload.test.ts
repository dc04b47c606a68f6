import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { overload } from './overload.ts';

/** More than twice: a machine that runs tests may be busy while it is measured what can be committed, and idle later. */
const EXCESS = { times: 4, seconds: 6 };

describe('a gateway that is sent more than can be committed', function () {
  this.timeout(300_000);

  it('refuses the excess with 503, and commits all that it accepts exactly once', async () => {
    const market = await Market.open(await runningNetwork());
    const { violations } = await overload(market, {
      members: 40,
      seed: 1,
      capacitySec: 4,
      excess: EXCESS,
      say: () => undefined,
    });
    assert.deepEqual(violations, []);
  });
});
