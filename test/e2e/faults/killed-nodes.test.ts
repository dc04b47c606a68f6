import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { killDuringLoad } from './killed-nodes.ts';

/** One of each kind, and something of every organisation. */
const NODES = [
  'peer.regulator',
  'orderer.utility',
  'chaincode.utility',
  'gateway.riverside',
  'ca.hillside',
  'supervisor.hillside',
];

describe('nodes that are killed while work of all kinds goes on', function () {
  this.timeout(400_000);

  it('are up again soon; all work is completed, and nothing is lost or doubled', async () => {
    const market = await Market.open(await runningNetwork());
    const { violations } = await killDuringLoad(market, { nodes: NODES, steps: 1, seed: 1 });
    assert.deepEqual(violations, []);
  });
});
