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
import type { ConnectionPoint } from './connection-point';

export const reinstatePoints = defineMethod({
  name: 'points:reinstate',
  kind: 'submit',
  roles: ['gridOperator', 'registrar'],
  command: idListWithReason,
  result: verdictList,
});

export function decideReinstatePoints(
  caller: Caller,
  command: IdListWithReason,
  points: ReadonlyMap<string, ConnectionPoint>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, points, reinstate(caller, command.reason), (value) => ({
    type: 'point',
    value,
  }));
}
