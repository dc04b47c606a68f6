import type { ConnectionPoint } from '../connection-point/connection-point';
import { done, exists, type Decision } from '../decision';
import { defineMethod } from '../method';
import {
  idListWithReason,
  verdictList,
  type IdListWithReason,
  type VerdictList,
} from '../registration/registration';
import { reject } from '../registration/reject';
import { decideTransitions } from '../registration/transition';
import type { Device } from './device';
import { PointsBehind } from './points-behind';

export const rejectDevices = defineMethod({
  name: 'devices:reject',
  kind: 'submit',
  roles: ['gridOperator', 'registrar'],
  command: idListWithReason,
  result: verdictList,
});

/**
 * A rejected device leaves its connection point, so that it is in no other's way. (A retired one stays: its energy may
 * have been certified from the point's export, which no later device may certify again.)
 */
export function decideRejectDevices(
  command: IdListWithReason,
  devices: ReadonlyMap<string, Device>,
  /** Connection points of these devices. */
  points: ReadonlyMap<string, ConnectionPoint>,
): Decision<VerdictList> {
  const behind = new PointsBehind(points);
  const rejectBehindPoint = (device: Device): Device | null => {
    const rejected = reject<Device>(command.reason)(device);
    const point = behind.get(device.point);
    if (rejected !== null && point !== undefined) {
      const left = { ...point, devices: point.devices.filter((id) => id !== device.id) };
      behind.set(device.meter === null ? { ...left, unmeteredW: undefined } : left);
    }
    return rejected;
  };
  const { outcome, result, changes } = decideTransitions(
    command.ids,
    devices,
    rejectBehindPoint,
    (value) => ({
      type: 'device',
      value,
    }),
  );
  return outcome === 'exists' ? exists(result) : done(result, [...changes, ...behind.changes()]);
}
