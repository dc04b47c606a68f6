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
import type { ConnectionPoint } from './connection-point';

export const suspendPoints = defineMethod({
  name: 'points:suspend',
  kind: 'submit',
  roles: ['gridOperator', 'registrar'],
  command: idListWithReason,
  result: verdictList,
});

export function decideSuspendPoints(
  caller: Caller,
  command: IdListWithReason,
  points: ReadonlyMap<string, ConnectionPoint>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, points, suspend(caller, command.reason), (value) => ({
    type: 'point',
    value,
  }));
}
