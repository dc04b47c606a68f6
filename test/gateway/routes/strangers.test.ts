import assert from 'node:assert/strict';
import { Horizon, type CommonwattClient } from '@commonwatt/client';
import type { OrganisationKind } from '@commonwatt/chaincode/domain';
import { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import { codeOf } from '../code-of.ts';
import { MemoryGateway } from '../memory-gateway.ts';
import { CHANNEL } from '../read-model/block-builder.ts';
import { sharedConsortium } from '../shared-consortium.ts';

/** The organisation's authority certifies whatever its gateway asks for. */
describe('those who have a certificate, but no place in the consortium', function () {
  this.timeout(180_000);
  let gateway: MemoryGateway | undefined;

  async function openGateway(
    organisation: { mspId: string; kind: OrganisationKind },
    offices: object,
  ): Promise<MemoryGateway> {
    const { network } = await sharedConsortium();
    return (gateway = await MemoryGateway.open(network, organisation, offices, new Horizon()));
  }

  afterEach(async () => {
    await gateway?.close();
    gateway = undefined;
  });

  function enter(client: CommonwattClient): Promise<unknown> {
    const body = { mspId: 'MoorsideMSP', name: 'Moorside', kind: 'community' } as const;
    return client.command('/v1/organisations', { body });
  }

  it('write nothing when their organisation was not entered, although they may read', async () => {
    const hillside = await openGateway({ mspId: 'HillsideMSP', kind: 'community' }, { manager: 'manager' });
    const manager = await hillside.client('manager');
    assert.equal(await codeOf(manager.get('/v1/schemes', {})), 'done');
    const roof = new MeteredRoof('HillsideMSP/manager', 'hillside');
    const points = [roof.pointSubmission(CHANNEL) as never];
    const submission = manager.command('/v1/connection-points', { body: { points } });
    assert.equal(await codeOf(submission), 'ORGANISATION_UNKNOWN');
  });

  it('write nothing in a role that an organisation of their kind cannot give', async () => {
    const riverside = { mspId: 'RiversideMSP', kind: 'community' } as const;
    const own = await openGateway(riverside, { registrar: 'impostor' });
    assert.equal(await codeOf(enter(await own.client('impostor'))), 'ROLE_FOREIGN');
  });

  it('are not let in when their certificate has no role that exists', async () => {
    const riverside = { mspId: 'RiversideMSP', kind: 'community' } as const;
    const own = await openGateway(riverside, { admin: 'administrator' });
    const administrator = await own.client('administrator');
    assert.equal(await codeOf(administrator.get('/v1/schemes', {})), 'ROLE_MISSING');
    assert.equal(await codeOf(enter(administrator)), 'ROLE_MISSING');
  });
});
