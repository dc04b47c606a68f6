import type { ConnectionPoint } from '@commonwatt/chaincode/domain';
import type { PointFilter } from '../read-model.ts';
import { equal, OWNED, ownerColumns, recordKind } from './record-kind.ts';

export const points = recordKind<ConnectionPoint, PointFilter>(
  'points',
  ({ id, owner, feeder, status }) => ({ id, ...ownerColumns(owner), feeder, status }),
  { ...OWNED, feeder: equal('feeder'), status: equal('status') },
);
