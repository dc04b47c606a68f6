import assert from 'node:assert/strict';
import { isPossessionProved, possessionBytes, type MeteredSubject } from '@commonwatt/chaincode/domain';
import { CHANNEL, SimulatedMeter } from '../reading/metering.ts';
import { possessionOf } from './possession.ts';

const SUBJECT: MeteredSubject = { kind: 'point', id: 'house-001' };

describe('proof of possession', () => {
  const meter = new SimulatedMeter(SUBJECT);
  const proof = possessionOf(meter);
  const proves = (more: {
    channel?: string;
    subject?: MeteredSubject;
    serial?: string;
    proof?: string;
  }): boolean =>
    isPossessionProved(
      more.channel ?? CHANNEL,
      more.subject ?? SUBJECT,
      { ...meter.meter, serial: more.serial ?? meter.meter.serial },
      more.proof ?? proof,
    );

  it("is the meter's signature over its subject", () => {
    assert.equal(proves({}), true);
  });

  it('holds on one channel, for one subject and one serial number', () => {
    assert.equal(proves({ channel: 'other' }), false);
    assert.equal(proves({ subject: { kind: 'device', id: SUBJECT.id } }), false);
    assert.equal(proves({ subject: { kind: 'point', id: 'house-002' } }), false);
    assert.equal(proves({ serial: 'other' }), false);
  });

  it("is not another meter's signature over the same", () => {
    assert.equal(proves({ proof: possessionOf(new SimulatedMeter(SUBJECT), meter.meter.serial) }), false);
  });

  it("of a collector's key holds for that collector alone, and never for the meter's own key", () => {
    const collector = 'RiversideMSP/collector';
    const attested = possessionOf(meter, meter.meter.serial, CHANNEL, collector);
    const holds = (attestedBy: string | undefined, given: string): boolean =>
      isPossessionProved(
        CHANNEL,
        SUBJECT,
        { ...meter.meter, ...(attestedBy !== undefined && { attestedBy }) },
        given,
      );
    assert.equal(holds(collector, attested), true);
    assert.equal(holds('RiversideMSP/other', attested), false);
    assert.equal(holds(undefined, attested), false);
    assert.equal(holds(collector, proof), false);
  });

  it('is refused for a public key that is no point of the curve', () => {
    const offCurve = Buffer.alloc(33, 0xff).fill(2, 0, 1).toString('base64url');
    assert.equal(isPossessionProved(CHANNEL, SUBJECT, { serial: 'm', publicKey: offCurve }, proof), false);
  });

  it('keeps its fields apart', () => {
    const moved = possessionBytes(CHANNEL, { kind: 'point', id: 'house-0011' }, '23');
    assert.notDeepEqual(moved, possessionBytes(CHANNEL, { kind: 'point', id: 'house-001' }, '123'));
  });
});
