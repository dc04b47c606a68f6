import assert from 'node:assert/strict';
import type { CommonwattClient } from '@commonwatt/client';
import { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { CHANNEL } from '../read-model/block-builder.ts';
import { newMembers } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

/** Above this the owner may not collect its own readings. */
const MAX_SELF_ATTESTED_W = 150_000;

describe('devices over HTTP whose meters cannot be taken', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let manager: CommonwattClient;
  let owner: string;

  before(async () => {
    consortium = await sharedConsortium();
    manager = await consortium.riverside.client('manager');
    [owner = ''] = await newMembers(consortium, 1);
  });

  /** A roof of which the ledger has the connection point. */
  async function roofBehindPoint(name: string, hasMeter = true, attestedBy?: string): Promise<MeteredRoof> {
    const roof = new MeteredRoof(owner, name, hasMeter, attestedBy);
    const points = [roof.pointSubmission(CHANNEL) as never];
    await manager.command('/v1/connection-points', { body: { points } });
    return roof;
  }

  /** Code of each verdict; `done` where there is none. */
  async function submit(...devices: readonly object[]): Promise<string[]> {
    const { result } = await manager.command('/v1/devices', { body: { devices: devices as never } });
    return result.verdicts.map(({ code, verdict }) => code ?? verdict);
  }

  it('are refused when another subject has the key of the meter', async () => {
    const roof = await roofBehindPoint('taken-key');
    const { publicKey } = roof.pointMeter.meter;
    const submission = roof.deviceSubmission(CHANNEL);
    const withKey = { ...submission, meter: { ...roof.deviceMeter.meter, publicKey } };
    assert.deepEqual(await submit(withKey), ['METER_KEY_TAKEN']);
    assert.deepEqual(await submit(submission), ['done']);
  });

  it('are refused when the proof of possession is of another meter or channel', async () => {
    const roof = await roofBehindPoint('no-proof');
    const submission = roof.deviceSubmission(CHANNEL);
    const ofAnother = { ...submission, possession: roof.pointMeter.possession(CHANNEL) };
    assert.deepEqual(await submit(ofAnother), ['POSSESSION_NOT_PROVED']);
    assert.deepEqual(await submit(roof.deviceSubmission('elsewhere')), ['POSSESSION_NOT_PROVED']);
    assert.deepEqual(await submit(submission), ['done']);
  });

  it('are refused above 150 kW when the owner itself collects their readings', async () => {
    const roof = await roofBehindPoint('own-collector', true, owner);
    const submission = roof.deviceSubmission(CHANNEL);
    const large = { ...submission, capacityW: MAX_SELF_ATTESTED_W + 1 };
    assert.deepEqual(await submit(large), ['COLLECTOR_IS_OWNER']);
    assert.deepEqual(await submit({ ...submission, capacityW: MAX_SELF_ATTESTED_W }), ['done']);
  });

  it('are refused behind the connection point of a device that has no meter', async () => {
    const roof = await roofBehindPoint('unmetered', false);
    const other = new MeteredRoof(owner, 'joins-unmetered');
    const joining = { ...other.deviceSubmission(CHANNEL), point: roof.point };
    assert.deepEqual(await submit(roof.deviceSubmission(CHANNEL), joining), [
      'done',
      'DEVICE_METERING_CONFLICT',
    ]);
  });
});
