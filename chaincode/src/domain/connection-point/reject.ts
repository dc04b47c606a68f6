import type { Decision } from '../decision';
import { defineMethod } from '../method';
import { reject } from '../registration/reject';
import {
  idListWithReason,
  verdictList,
  type IdListWithReason,
  type VerdictList,
} from '../registration/registration';
import { decideTransitions } from '../registration/transition';
import type { ConnectionPoint } from './connection-point';

export const rejectPoints = defineMethod({
  name: 'points:reject',
  kind: 'submit',
  roles: ['gridOperator', 'registrar'],
  command: idListWithReason,
  result: verdictList,
});

export function decideRejectPoints(
  command: IdListWithReason,
  points: ReadonlyMap<string, ConnectionPoint>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, points, reject(command.reason), (value) => ({
    type: 'point',
    value,
  }));
}
