import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { cutStream } from './cut-stream.ts';

describe('a client of the event stream that is cut off twenty times at random', function () {
  this.timeout(300_000);

  it('sees each event of the ledger once and in order', async () => {
    const market = await Market.open(await runningNetwork());
    const options = { cuts: 20, paymentsInFlight: 10, seed: 1, say: () => undefined };
    const { violations } = await cutStream(market, options);
    assert.deepEqual(violations, []);
  });
});
