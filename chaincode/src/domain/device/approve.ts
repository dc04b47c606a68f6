import type { ConnectionPoint } from '../connection-point/connection-point';
import type { Decision } from '../decision';
import { DomainError } from '../error-code';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import { approve } from '../registration/approve';
import { idList, verdictList, type IdList, type VerdictList } from '../registration/registration';
import { decideTransitions } from '../registration/transition';
import type { Device } from './device';

export const approveDevices = defineMethod({
  name: 'devices:approve',
  kind: 'submit',
  roles: ['registrar'],
  command: idList,
  result: verdictList,
});

/** A device is approved after its connection point (STATE_CONFLICT otherwise). */
export function decideApproveDevices(
  caller: Caller,
  command: IdList,
  devices: ReadonlyMap<string, Device>,
  /** Connection points of these devices. */
  points: ReadonlyMap<string, ConnectionPoint>,
): Decision<VerdictList> {
  const approveBehindPoint = (device: Device): Device | null => {
    const approved = approve<Device>(caller)(device);
    if (approved !== null && points.get(device.point)?.status !== 'approved') {
      throw new DomainError('STATE_CONFLICT', `its connection point ${device.point} is not approved`);
    }
    return approved;
  };
  return decideTransitions(command.ids, devices, approveBehindPoint, (value) => ({ type: 'device', value }));
}
