import assert from 'node:assert/strict';
import {
  decideSubmitDevices,
  DomainError,
  largestPlausible,
  MAX_DEVICES,
  meterKeyHash,
  submitDevicesCommand,
  type ConnectionPoint,
  type DeviceSubmission,
  type SubmitDevicesRecords,
} from '@commonwatt/chaincode/domain';
import { MANAGER } from '../callers.ts';
import { possessionOf } from '../meter/possession.ts';
import { itRefuses } from '../precedence.ts';
import { CHANNEL, deviceRecord, pointRecord, SimulatedMeter } from '../reading/metering.ts';
import { active, ANNA, BRUNO, consortium, removeAccount } from '../samples.ts';

const POINT = 'house-001';
const meter = new SimulatedMeter({ kind: 'device', id: 'roof-0001' });
const otherMeter = new SimulatedMeter({ kind: 'device', id: 'roof-0002' });

function submission(of: SimulatedMeter | null, more: Partial<DeviceSubmission> = {}): DeviceSubmission {
  return {
    id: of?.subject.id ?? 'plain-001',
    owner: ANNA,
    point: POINT,
    source: 'solar',
    technology: 'photovoltaic',
    capacityW: 5000,
    commissionedAt: 1_700_000_000,
    supportStatus: 'none',
    region: 'valley',
    meter: of?.meter ?? null,
    possession: of === null ? null : possessionOf(of),
    ...more,
  };
}

function point(more: Partial<ConnectionPoint> = {}): ConnectionPoint {
  return pointRecord(new SimulatedMeter({ kind: 'point', id: POINT }), { owner: ANNA, ...more });
}

interface Submitted {
  devices: DeviceSubmission[];
  records: SubmitDevicesRecords;
}

function valid(host: ConnectionPoint = point()): Submitted {
  return {
    devices: [submission(meter)],
    records: {
      channel: CHANNEL,
      consortium: consortium(),
      accounts: active(ANNA),
      meters: new Map(),
      devices: new Map(),
      points: new Map([[POINT, host]]),
    },
  };
}

const decide = ({ devices, records }: Submitted) => decideSubmitDevices(MANAGER, { devices }, records);

function decideFirst(submitted: Submitted): void {
  const [first] = decide(submitted).result.verdicts;
  if (first?.code !== undefined) throw new DomainError(first.code as DomainError['code'], first.detail ?? '');
}

function firstItem({ devices }: Submitted): DeviceSubmission {
  return devices[0] ?? assert.fail();
}

function verdictsOf(submitted: Submitted): (string | undefined)[] {
  return decide(submitted).result.verdicts.map(({ verdict, code }) => code ?? verdict);
}

/** The point as the list leaves it. */
function pointAfter(submitted: Submitted): ConnectionPoint[] {
  return decide(submitted).changes.flatMap((change) => (change.type === 'point' ? [change.value] : []));
}

const replacePoint = ({ records }: Submitted, more: Partial<ConnectionPoint>): void => {
  (records.points as Map<string, ConnectionPoint>).set(POINT, {
    ...(records.points.get(POINT) ?? point()),
    ...more,
  });
};

describe('submit devices', () => {
  itRefuses(valid, decideFirst, [
    {
      code: 'NOT_AUTHORISED',
      why: 'the owner is of another organisation',
      spoil: (input) => (firstItem(input).owner = BRUNO),
      hidesOthers: true,
    },
    {
      code: 'NOT_AUTHORISED',
      why: "the connection point is another's",
      spoil: (input) => replacePoint(input, { owner: 'RiversideMSP/other' }),
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: 'there is no such owner',
      spoil: ({ records }) => removeAccount(records.accounts, ANNA),
    },
    {
      code: 'EXISTS_WITH_DIFFERENT_CONTENT',
      why: 'the id was submitted with other content',
      spoil: ({ records }) =>
        Object.assign(records, {
          devices: new Map([['roof-0001', deviceRecord(meter, { commandHash: 'x'.repeat(43) })]]),
        }),
    },
    {
      code: 'NOT_FOUND',
      why: 'there is no such connection point',
      spoil: (input) => Object.assign(input.records, { points: new Map() }),
      hidesOthers: true,
    },
    {
      code: 'STATE_CONFLICT',
      why: 'the connection point is retired',
      spoil: (input) => replacePoint(input, { status: 'retired' }),
    },
    {
      code: 'METER_KEY_TAKEN',
      why: "the meter's key is on the ledger for another subject",
      spoil: ({ records }) => {
        const taken = { v: 1 as const, subject: otherMeter.subject };
        Object.assign(records, { meters: new Map([[meterKeyHash(meter.meter.publicKey), taken]]) });
      },
    },
    {
      code: 'POSSESSION_NOT_PROVED',
      why: 'the proof is of another meter',
      spoil: (input) => (firstItem(input).possession = possessionOf(otherMeter)),
    },
    {
      code: 'DEVICE_METERING_CONFLICT',
      why: 'a device without a meter is behind the point already',
      spoil: (input) => replacePoint(input, { devices: ['plain-001'], unmeteredW: 5000 }),
    },
  ]);

  it('writes the device, its meter and head, and enters it in its point', () => {
    const { changes, records } = decide(valid());
    assert.deepEqual(
      changes.map(({ type }) => type),
      ['device', 'point'],
    );
    assert.deepEqual(
      records.map(({ type }) => type),
      ['meter', 'head'],
    );
    assert.deepEqual(pointAfter(valid())[0]?.devices, ['roof-0001']);
  });

  it('enters several devices of one list in their point, which is written once', () => {
    const { records } = valid();
    const devices = [submission(meter), submission(otherMeter)];
    const points = pointAfter({ devices, records });
    assert.deepEqual(
      points.map((after) => after.devices),
      [['roof-0001', 'roof-0002']],
    );
  });

  it('leaves the point as it was when every device is refused', () => {
    const { records } = valid();
    assert.deepEqual(
      pointAfter({ devices: [submission(meter, { possession: possessionOf(otherMeter) })], records }),
      [],
    );
  });

  it('lets a device without a meter be alone, and none join it, also within one list', () => {
    const { records } = valid();
    const [plain, plain2] = [submission(null), submission(null, { id: 'plain-002' })];
    assert.deepEqual(verdictsOf({ devices: [plain, submission(meter), plain2], records }), [
      'done',
      'DEVICE_METERING_CONFLICT',
      'DEVICE_METERING_CONFLICT',
    ]);
    assert.deepEqual(verdictsOf({ devices: [submission(meter), plain, submission(otherMeter)], records }), [
      'done',
      'DEVICE_METERING_CONFLICT',
      'done',
    ]);
  });

  it('bounds the export of a point by the device without a meter behind it', () => {
    const { records } = valid();
    const [before, after] = [
      point(),
      pointAfter({ devices: [submission(null)], records })[0] ?? assert.fail(),
    ];
    const mostWh = (record: ConnectionPoint) => largestPlausible({ kind: 'point', record }, 'export', 3600);
    assert.deepEqual([mostWh(before), mostWh(after)], [10_000, 5000]);
    assert.equal(mostWh({ ...after, exportLimitW: 4000 }), 4000);
    assert.equal('unmeteredW' in before, false);
  });

  it('does not take the key of a refused device', () => {
    const joining = submission(meter);
    const unproved = submission(meter, { id: 'roof-000X' });
    const { records } = valid();
    assert.deepEqual(verdictsOf({ devices: [unproved, joining], records }), [
      'POSSESSION_NOT_PROVED',
      'done',
    ]);
  });

  it('refuses one more device than a point may have', () => {
    const full = point({ devices: Array.from({ length: MAX_DEVICES }, (_, index) => `device-${index}`) });
    assert.deepEqual(verdictsOf(valid(full)), ['STATE_CONFLICT']);
  });

  it('takes a proof with a meter and none without', () => {
    const parses = (device: DeviceSubmission): boolean =>
      submitDevicesCommand.safeParse({ devices: [device] }).success;
    assert.equal(parses(submission(meter)), true);
    assert.equal(parses(submission(null)), true);
    assert.equal(parses(submission(meter, { possession: null })), false);
    assert.equal(parses(submission(null, { possession: possessionOf(meter) })), false);
  });
});
