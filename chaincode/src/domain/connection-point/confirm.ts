import type { Decision } from '../decision';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import { confirm } from '../registration/confirm';
import { idList, verdictList, type IdList, type VerdictList } from '../registration/registration';
import { decideTransitions } from '../registration/transition';
import type { ConnectionPoint } from './connection-point';

export const confirmPoints = defineMethod({
  name: 'points:confirm',
  kind: 'submit',
  roles: ['gridOperator'],
  command: idList,
  result: verdictList,
});

export function decideConfirmPoints(
  caller: Caller,
  command: IdList,
  points: ReadonlyMap<string, ConnectionPoint>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, points, confirm(caller), (value) => ({ type: 'point', value }));
}
