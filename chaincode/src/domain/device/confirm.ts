import type { Decision } from '../decision';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import { confirm } from '../registration/confirm';
import { idList, verdictList, type IdList, type VerdictList } from '../registration/registration';
import { decideTransitions } from '../registration/transition';
import type { Device } from './device';

export const confirmDevices = defineMethod({
  name: 'devices:confirm',
  kind: 'submit',
  roles: ['gridOperator'],
  command: idList,
  result: verdictList,
});

export function decideConfirmDevices(
  caller: Caller,
  command: IdList,
  devices: ReadonlyMap<string, Device>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, devices, confirm(caller), (value) => ({ type: 'device', value }));
}
