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
import type { ConnectionPoint } from './connection-point';

export const retirePoints = defineMethod({
  name: 'points:retire',
  kind: 'submit',
  roles: ['manager', 'registrar'],
  command: idListWithReason,
  result: verdictList,
});

export function decideRetirePoints(
  caller: Caller,
  command: IdListWithReason,
  points: ReadonlyMap<string, ConnectionPoint>,
): Decision<VerdictList> {
  return decideTransitions(command.ids, points, retire(caller, command.reason), (value) => ({
    type: 'point',
    value,
  }));
}
