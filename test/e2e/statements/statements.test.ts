import assert from 'node:assert/strict';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { proveStatements } from './prove.ts';

describe('statements', function () {
  this.timeout(300_000);

  it('prove every kind of record by public roots alone, and nothing that was changed or is not so', async () => {
    const { violations } = await proveStatements(await Market.open(await runningNetwork()), {
      bits: 2,
      doubleSpends: 1,
    });
    assert.deepEqual(violations, []);
  });
});
