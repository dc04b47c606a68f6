import assert from 'node:assert/strict';
import { Horizon } from '@commonwatt/client';
import { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import { codeOf } from '../code-of.ts';
import { MemoryGateway } from '../memory-gateway.ts';
import { CHANNEL } from '../read-model/block-builder.ts';
import { sharedConsortium } from '../shared-consortium.ts';

describe('a gateway of an organisation that was not entered', function () {
  this.timeout(180_000);

  it('reads the ledger, but none of its people can write there', async () => {
    const { network } = await sharedConsortium();
    const hillside = { mspId: 'HillsideMSP', kind: 'community' } as const;
    const gateway = await MemoryGateway.open(network, hillside, { manager: 'manager' }, new Horizon());
    try {
      const manager = await gateway.client('manager');
      assert.equal(await codeOf(manager.get('/v1/schemes', {})), 'done');
      const roof = new MeteredRoof('HillsideMSP/manager', 'hillside');
      const points = [roof.pointSubmission(CHANNEL) as never];
      const submission = manager.command('/v1/connection-points', { body: { points } });
      assert.equal(await codeOf(submission), 'ORGANISATION_UNKNOWN');
    } finally {
      await gateway.close();
    }
  });
});
