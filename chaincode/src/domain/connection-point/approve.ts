import type { Decision } from '../decision';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import { approve } from '../registration/approve';
import { idList, verdictList, type IdList, type VerdictList } from '../registration/registration';
import { decideTransitions } from '../registration/transition';
import type { ConnectionPoint } from './connection-point';

export const approvePoints = defineMethod({
  name: 'points:approve',
  kind: 'submit',
  roles: ['registrar'],
  command: idList,
  result: verdictList,
});

export function decideApprovePoints(
  caller: Caller,
  command: IdList,
  points: ReadonlyMap<string, ConnectionPoint>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, points, approve(caller), (value) => ({ type: 'point', value }));
}
