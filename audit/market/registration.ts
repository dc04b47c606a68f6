import { must, mustEqual } from '../discrepancy.ts';
import { REGULATOR, UTILITY } from '../founding.ts';
import { checkSuspension, mustBeActive, requireCaller } from './caller.ts';
import { meterName, subjectName } from './key.ts';
import { mspOf, type RecordOf, type Subject } from './record.ts';
import { madeBy, mustKeep, type Deed } from './transaction.ts';

type Registered = RecordOf<'point'> | RecordOf<'device'>;
type Status = Registered['status'];

/** Above this power nobody attests the own readings. */
const MAX_SELF_ATTESTED_W = 150_000;

/** From which status each may come; undefined: from nothing. */
const COMES_FROM: Readonly<Record<Status, readonly (Status | undefined)[]>> = {
  submitted: [undefined],
  confirmed: ['submitted'],
  approved: ['confirmed', 'suspended'],
  suspended: ['approved'],
  rejected: ['submitted', 'confirmed'],
  retired: ['submitted', 'confirmed', 'approved', 'suspended'],
};

/** What a transition to this status may change beside it. */
const SIGNED_BY: Readonly<Record<Status, readonly (keyof Registered)[]>> = {
  submitted: [],
  confirmed: ['confirmedBy'],
  approved: ['approvedBy', 'suspendedBy', 'reason'],
  suspended: ['suspendedBy', 'reason'],
  rejected: ['reason'],
  retired: ['reason'],
};

/**
 * Connection points and devices pass through three hands of three organisations: their manager's, the grid operator's
 * and the registrar's; nothing but their status changes afterwards.
 */
export function checkRegistrations(deed: Deed): void {
  for (const change of deed.changes('point')) {
    const { before, key } = change;
    const after = madeBy(change);
    if (before?.status !== after.status) checkTransition(deed, before, after, key);
    if (before === undefined) {
      checkNewMeter(deed, { kind: 'point', id: after.id }, after.meter, key);
      checkCollector(deed, after, after.meter, Math.max(after.importLimitW, after.exportLimitW), key);
    } else mustKeep(before, after, [...transitionFields(before, after), 'devices', 'unmeteredW'], key);
    checkDeviceList(deed, before?.devices ?? [], after, key);
    checkUnmetered(deed, after, key);
  }
  for (const change of deed.changes('device')) {
    const { before, key } = change;
    const after = madeBy(change);
    checkTransition(deed, before, after, key);
    if (before === undefined) checkNewDevice(deed, after, key);
    else mustKeep(before, after, transitionFields(before, after), key);
    if (after.status === 'rejected') checkGone(deed, after, key);
  }
  checkMeters(deed);
}

function transitionFields(before: Registered, after: Registered): (keyof Registered)[] {
  return before.status === after.status ? [] : ['status', ...SIGNED_BY[after.status]];
}

function checkTransition(deed: Deed, before: Registered | undefined, after: Registered, key: string): void {
  const { status, owner } = after;
  must(COMES_FROM[status].includes(before?.status), 'a registration passes from status to status', {
    key,
    expected: COMES_FROM[status].map((from) => from ?? 'nothing').join(', '),
    found: `${before?.status ?? 'nothing'} to ${status}`,
  });
  if (status === 'submitted') {
    requireCaller(deed, [mspOf(owner)], ['manager'], key);
    mustBeActive(deed, [owner], key);
    mustEqual('a registration names who submitted it', deed.account, after.submittedBy, { key });
  } else if (status === 'confirmed') {
    requireCaller(deed, [UTILITY], ['gridOperator'], key);
    mustEqual('a registration names who confirmed it', deed.account, after.confirmedBy, { key });
  } else if (status === 'approved' && before?.status === 'confirmed') {
    requireCaller(deed, [REGULATOR], ['registrar'], key);
    mustEqual('a registration names who approved it', deed.account, after.approvedBy, { key });
    mustEqual('a registration passes three organisations', 3, new Set(handsOf(after)).size, { key });
  } else if (status === 'retired') {
    requireCaller(deed, [REGULATOR, mspOf(owner)], ['registrar', 'manager'], key);
  } else {
    requireCaller(deed, [REGULATOR, UTILITY], ['registrar', 'gridOperator'], key);
    mustEqual('a signature stays', before?.approvedBy, after.approvedBy, { key });
    if (before !== undefined) checkSuspension(deed, before, after, key);
  }
}

function handsOf({ submittedBy, confirmedBy, approvedBy }: Registered): string[] {
  return [submittedBy, confirmedBy ?? '', approvedBy ?? ''].map(mspOf);
}

/** Devices join the end of their point's list when they are submitted, and leave it when they are rejected. */
function checkDeviceList(deed: Deed, before: readonly string[], point: RecordOf<'point'>, key: string): void {
  const staying = before.filter((id) => !isRejected(deed, id));
  const joined = point.devices.slice(staying.length);
  mustEqual('devices stay behind their point', staying, point.devices.slice(0, staying.length), { key });
  for (const id of joined) {
    const device = deed.changes('device').find(({ name }) => name === id);
    const isNew = device?.before === undefined && device?.after?.point === point.id;
    must(isNew, 'a device joins its point when it is submitted', {
      key,
      expected: 'a new device',
      found: id,
    });
  }
}

function isRejected(deed: Deed, device: string): boolean {
  return deed.after('device', device)?.status === 'rejected';
}

function checkNewDevice(deed: Deed, device: RecordOf<'device'>, key: string): void {
  const point = deed.named('point', device.point);
  mustEqual("a device's point is its owner's", device.owner, point.owner, { key });
  must(point.devices.includes(device.id), 'a device stands behind its point', {
    key,
    expected: `point ${point.id} with the device`,
    found: point.devices,
  });
  if (device.meter === null) return;
  checkNewMeter(deed, { kind: 'device', id: device.id }, device.meter, key);
  checkCollector(deed, device, device.meter, device.capacityW, key);
}

/** The export of a point is what its device without a meter produces: such a one is alone, and bounds it. */
function checkUnmetered(deed: Deed, { devices, unmeteredW }: RecordOf<'point'>, key: string): void {
  const unmetered = devices.map((id) => deed.named('device', id)).filter(({ meter }) => meter === null);
  must(unmetered.length === 0 || devices.length === 1, 'a device without a meter is alone behind its point', {
    key,
    expected: 'one device',
    found: devices,
  });
  mustEqual('a device without a meter bounds the export', unmetered[0]?.capacityW, unmeteredW, { key });
}

/** Whoever stays in the list would be in the way of others. */
function checkGone(deed: Deed, { id, point }: RecordOf<'device'>, key: string): void {
  const { devices } = deed.named('point', point);
  must(!devices.includes(id), 'a rejected device leaves its point', {
    key,
    expected: `point ${point} without the device`,
    found: devices,
  });
}

/** The meter's key is new, is entered for this subject alone, and starts a chain of readings. */
function checkNewMeter(deed: Deed, subject: Subject, meter: RecordOf<'point'>['meter'], key: string): void {
  const name = meterName(meter.publicKey);
  const entered = deed.changes('meter').find((change) => change.name === name);
  mustEqual("a meter's key belongs to one subject", { v: 1, subject }, entered?.after, { key });
  const head = deed.changes('head').find((change) => change.name === subjectName(subject));
  mustEqual('a chain of readings starts with its meter', meter, head?.after?.meter, { key });
}

/** Whoever attests readings is of the owner's organisation; and above 150 kW not the owner. */
function checkCollector(
  deed: Deed,
  { owner }: Registered,
  { attestedBy }: RecordOf<'point'>['meter'],
  powerW: number,
  key: string,
): void {
  if (attestedBy === undefined) return;
  mustBeActive(deed, [attestedBy], key);
  mustEqual("a collector is of the owner's organisation", mspOf(owner), mspOf(attestedBy), { key });
  must(
    powerW <= MAX_SELF_ATTESTED_W || attestedBy !== owner,
    'the readings of large meters are attested by others',
    {
      key,
      expected: `somebody else than ${owner}`,
      found: attestedBy,
    },
  );
}

/** No key of a meter is entered, and no chain of readings begins, without its point or device. */
function checkMeters(deed: Deed): void {
  const added = [...deed.changes('point'), ...deed.changes('device')].flatMap(
    ({ type, name, before, after }) => {
      const meter = before === undefined ? after?.meter : undefined;
      return meter === undefined || meter === null ? [] : [{ meter, subject: { kind: type, id: name } }];
    },
  );
  const meters = added.map(({ meter }) => meterName(meter.publicKey));
  for (const { name, key } of deed.changes('meter')) {
    must(meters.includes(name), 'a meter comes with its point or device', {
      key,
      expected: meters,
      found: name,
    });
  }
  const chains = added.map(({ subject }) => subjectName(subject));
  for (const { name, key, before } of deed.changes('head')) {
    must(
      before !== undefined || chains.includes(name),
      'a chain of readings comes with its point or device',
      {
        key,
        expected: chains,
        found: name,
      },
    );
  }
}

/** Status of a subject whose readings are taken. */
export function subjectOf(deed: Deed, { kind, id }: Subject): Registered {
  return kind === 'point' ? deed.named('point', id) : deed.named('device', id);
}
