import type { Decision } from '../decision';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import { reinstate } from '../registration/reinstate';
import {
  idListWithReason,
  verdictList,
  type IdListWithReason,
  type VerdictList,
} from '../registration/registration';
import { decideTransitions } from '../registration/transition';
import type { Device } from './device';

export const reinstateDevices = defineMethod({
  name: 'devices:reinstate',
  kind: 'submit',
  roles: ['gridOperator', 'registrar'],
  command: idListWithReason,
  result: verdictList,
});

export function decideReinstateDevices(
  caller: Caller,
  command: IdListWithReason,
  devices: ReadonlyMap<string, Device>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, devices, reinstate(caller, command.reason), (value) => ({
    type: 'device',
    value,
  }));
}
