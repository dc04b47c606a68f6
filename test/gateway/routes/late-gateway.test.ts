import assert from 'node:assert/strict';
import { Horizon } from '@commonwatt/client';
import { codeOf } from '../code-of.ts';
import { MemoryGateway } from '../memory-gateway.ts';
import { Feed } from '../read-model/feed.ts';
import { approvedRoof, deliver, newMembers, SCHEME, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

describe('a gateway whose blocks do not come', function () {
  this.timeout(180_000);

  it('issues nothing twice: it says that the readings were used by another, and issues what comes next', async () => {
    const consortium = await sharedConsortium();
    const manager = await consortium.riverside.client('manager');
    const [owner = ''] = await newMembers(consortium, 1);
    const roof = await approvedRoof(consortium, owner, 'late');
    await deliver(manager, signedDay(roof, 500).signed);
    const { network } = consortium;
    const { chain } = network.chain.follow();
    const source = new Feed();
    source.add(...chain);
    const riverside = { mspId: 'RiversideMSP', kind: 'community' } as const;
    const late = await MemoryGateway.open(network, riverside, { manager: 'manager' }, new Horizon(), {
      source,
    });
    try {
      const body = { device: roof.device, scheme: SCHEME };
      await manager.command('/v1/issuances', { body });
      const lateManager = await late.client('manager');
      assert.equal(await codeOf(lateManager.command('/v1/issuances', { body })), 'CURSOR_MOVED');
      source.add(...chain.slice(source.chain.length));
      assert.equal(await codeOf(lateManager.command('/v1/issuances', { body })), 'READINGS_MISSING');
    } finally {
      await late.close();
    }
  });
});
