import type { Decision } from '../decision';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import { retire } from '../registration/retire';
import {
  idListWithReason,
  verdictList,
  type IdListWithReason,
  type VerdictList,
} from '../registration/registration';
import { decideTransitions } from '../registration/transition';
import type { Device } from './device';

export const retireDevices = defineMethod({
  name: 'devices:retire',
  kind: 'submit',
  roles: ['manager', 'registrar'],
  command: idListWithReason,
  result: verdictList,
});

export function decideRetireDevices(
  caller: Caller,
  command: IdListWithReason,
  devices: ReadonlyMap<string, Device>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, devices, retire(caller, command.reason), (value) => ({
    type: 'device',
    value,
  }));
}
