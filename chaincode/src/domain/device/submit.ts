import { z } from 'zod';
import { MAX_DEVICES, type ConnectionPoint } from '../connection-point/connection-point';
import { done, exists, type Decision } from '../decision';
import { DomainError } from '../error-code';
import type { Caller } from '../identity/admit';
import { decideEach, type ItemDecision } from '../list';
import { defineMethod } from '../method';
import { possessionProof } from '../meter/meter';
import { requireOtherCollector } from '../registration/attestation';
import { NewMeters } from '../registration/new-meter';
import { LIST_LIMIT, verdictList, type VerdictList } from '../registration/registration';
import { isSubmitted, submissionHashOf, type SubmissionRecords } from '../registration/submission';
import { requireStatus } from '../registration/transition';
import { device, type Device } from './device';
import { PointsBehind } from './points-behind';

export const deviceSubmission = device
  .omit({
    v: true,
    status: true,
    submittedBy: true,
    confirmedBy: true,
    approvedBy: true,
    suspendedBy: true,
    reason: true,
    commandHash: true,
  })
  .extend({ possession: possessionProof.nullable() })
  .refine(
    ({ meter, possession }) => (meter === null) === (possession === null),
    'a meter comes with its proof',
  );
export type DeviceSubmission = z.infer<typeof deviceSubmission>;

export const submitDevicesCommand = z.strictObject({
  devices: z.array(deviceSubmission).min(1).max(LIST_LIMIT),
});

export const submitDevices = defineMethod({
  name: 'devices:submit',
  kind: 'submit',
  roles: ['manager'],
  command: submitDevicesCommand,
  result: verdictList,
});

export interface SubmitDevicesRecords extends SubmissionRecords {
  /** Those of the ids submitted that are on the ledger. */
  readonly devices: ReadonlyMap<string, Device>;
  /** Named connection points. */
  readonly points: ReadonlyMap<string, ConnectionPoint>;
}

/**
 * Enters devices of the caller's organisation behind their connection points, with a verdict each: NOT_AUTHORISED,
 * ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, EXISTS_WITH_DIFFERENT_CONTENT, NOT_FOUND,
 * STATE_CONFLICT, METER_KEY_TAKEN, POSSESSION_NOT_PROVED, COLLECTOR_IS_OWNER, DEVICE_METERING_CONFLICT.
 */
export function decideSubmitDevices(
  caller: Caller,
  command: z.infer<typeof submitDevicesCommand>,
  records: SubmitDevicesRecords,
): Decision<VerdictList> {
  const points = new PointsBehind(records.points);
  const newMeters = new NewMeters(records.channel, records.meters);
  const submit = (item: DeviceSubmission): ItemDecision => {
    const commandHash = submissionHashOf(records.channel, submitDevices.name, item);
    const point = points.get(item.point);
    if (point !== undefined && point.owner !== item.owner) {
      throw new DomainError('NOT_AUTHORISED', `${point.id} is not of ${item.owner}`);
    }
    const stored = records.devices.get(item.id);
    if (isSubmitted(caller, item, commandHash, stored, records)) return { outcome: 'exists', changes: [] };
    const { possession, ...content } = item;
    const host = requireHost(item, point);
    const subject = { kind: 'device', id: item.id } as const;
    if (item.meter !== null && possession !== null) {
      newMeters.requireNew(subject, item.meter, possession);
      requireOtherCollector(item.meter, { owner: item.owner, powerW: item.capacityW });
    }
    requireMetering(item, host);
    points.set({
      ...host,
      devices: [...host.devices, item.id],
      unmeteredW: item.meter === null ? item.capacityW : undefined,
    });
    const value: Device = { v: 1, ...content, status: 'submitted', submittedBy: caller.account, commandHash };
    const meterRecords = item.meter === null ? [] : newMeters.take(subject, item.meter);
    return { outcome: 'done', changes: [{ type: 'device', value }], records: meterRecords };
  };
  const { result, changes, records: written, outcome } = decideEach(command.devices, ({ id }) => id, submit);
  return outcome === 'exists' ? exists(result) : done(result, [...changes, ...points.changes()], written);
}

function requireHost(item: DeviceSubmission, point: ConnectionPoint | undefined): ConnectionPoint {
  if (point === undefined) throw new DomainError('NOT_FOUND', item.point);
  requireStatus(point, 'submitted', 'confirmed', 'approved', 'suspended');
  if (point.devices.length >= MAX_DEVICES) {
    throw new DomainError('STATE_CONFLICT', `${point.id} has ${MAX_DEVICES} devices`);
  }
  return point;
}

/** Without a meter a device is certified by its point's export, which must then be its alone. */
function requireMetering(item: DeviceSubmission, { id, devices, unmeteredW }: ConnectionPoint): void {
  const wouldShare = item.meter === null && devices.length > 0;
  if (wouldShare || unmeteredW !== undefined) throw new DomainError('DEVICE_METERING_CONFLICT', id);
}
