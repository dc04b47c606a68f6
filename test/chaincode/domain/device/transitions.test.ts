import assert from 'node:assert/strict';
import {
  decideApproveDevices,
  decideRejectDevices,
  type Change,
  type ConnectionPoint,
  type Device,
  type RegistrationStatus,
} from '@commonwatt/chaincode/domain';
import { REGISTRAR } from '../callers.ts';
import { deviceRecord, pointOf, SimulatedMeter } from '../reading/metering.ts';

const POINT = 'house-001';
const DEVICES = ['roof-0001', 'roof-0002'];
const REASON = 'no evidence';

function devices(status: RegistrationStatus): Map<string, Device> {
  return new Map(DEVICES.map((id) => [id, deviceRecord(null, { id, status, point: POINT })]));
}

function points(status: RegistrationStatus): Map<string, ConnectionPoint> {
  const meter = new SimulatedMeter({ kind: 'point', id: POINT });
  const record = pointOf(meter, { status, devices: [...DEVICES, 'roof-0003'] }).record as ConnectionPoint;
  return new Map([[POINT, record]]);
}

function statusesOf(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => (change.type === 'device' ? [change.value.status] : []));
}

describe('approve devices', () => {
  it('approves behind an approved point', () => {
    const { changes } = decideApproveDevices(
      REGISTRAR,
      { ids: DEVICES },
      devices('confirmed'),
      points('approved'),
    );
    assert.deepEqual(statusesOf(changes), ['approved', 'approved']);
  });

  for (const status of ['submitted', 'confirmed', 'suspended', 'retired', 'rejected'] as const) {
    it(`refuses behind a ${status} point`, () => {
      const { result } = decideApproveDevices(
        REGISTRAR,
        { ids: DEVICES },
        devices('confirmed'),
        points(status),
      );
      assert.deepEqual(
        result.verdicts.map(({ code }) => code),
        ['STATE_CONFLICT', 'STATE_CONFLICT'],
      );
    });
  }

  it('answers exists to the same approval again, whatever became of the point', () => {
    const approved = new Map(
      [...devices('approved')].map(([id, device]) => [id, { ...device, approvedBy: REGISTRAR.account }]),
    );
    const { outcome } = decideApproveDevices(REGISTRAR, { ids: DEVICES }, approved, points('suspended'));
    assert.equal(outcome, 'exists');
  });
});

describe('reject devices', () => {
  it('takes them all out of their point, which is written once', () => {
    const command = { ids: DEVICES, reason: REASON };
    const { changes } = decideRejectDevices(command, devices('submitted'), points('approved'));
    assert.deepEqual(statusesOf(changes), ['rejected', 'rejected']);
    const left = changes.flatMap((change) => (change.type === 'point' ? [change.value.devices] : []));
    assert.deepEqual(left, [['roof-0003']]);
  });

  it('lifts the bound of a device without a meter', () => {
    const [point = assert.fail()] = points('approved').values();
    const bounded = new Map([[point.id, { ...point, devices: ['roof-0001'], unmeteredW: 5000 }]]);
    const plain = { ...(devices('submitted').get('roof-0001') ?? assert.fail()), meter: null };
    const command = { ids: [plain.id], reason: REASON };
    const { changes } = decideRejectDevices(command, new Map([[plain.id, plain]]), bounded);
    const after = changes.flatMap((change) => (change.type === 'point' ? [change.value] : []));
    assert.deepEqual(
      after.map(({ devices: left, unmeteredW }) => [left, unmeteredW]),
      [[[], undefined]],
    );
  });

  it('changes nothing the second time', () => {
    const rejected = new Map(
      [...devices('rejected')].map(([id, device]) => [id, { ...device, reason: REASON }]),
    );
    const { outcome, changes } = decideRejectDevices(
      { ids: DEVICES, reason: REASON },
      rejected,
      points('approved'),
    );
    assert.deepEqual([outcome, changes], ['exists', []]);
  });

  it('refuses an approved one', () => {
    const { result } = decideRejectDevices(
      { ids: DEVICES, reason: REASON },
      devices('approved'),
      points('approved'),
    );
    assert.equal(result.verdicts[0]?.code, 'STATE_CONFLICT');
  });
});
