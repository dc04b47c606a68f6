import type { Decision } from '../decision';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import { suspend } from '../registration/suspend';
import {
  idListWithReason,
  verdictList,
  type IdListWithReason,
  type VerdictList,
} from '../registration/registration';
import { decideTransitions } from '../registration/transition';
import type { Device } from './device';

export const suspendDevices = defineMethod({
  name: 'devices:suspend',
  kind: 'submit',
  roles: ['gridOperator', 'registrar'],
  command: idListWithReason,
  result: verdictList,
});

export function decideSuspendDevices(
  caller: Caller,
  command: IdListWithReason,
  devices: ReadonlyMap<string, Device>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, devices, suspend(caller, command.reason), (value) => ({
    type: 'device',
    value,
  }));
}
