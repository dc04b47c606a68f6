import type { Device } from '@commonwatt/chaincode/domain';
import type { DeviceFilter } from '../read-model.ts';
import { equal, OWNED, ownerColumns, recordKind } from './record-kind.ts';

export const devices = recordKind<Device, DeviceFilter>(
  'devices',
  ({ id, owner, point, source, region, status }) => ({
    id,
    ...ownerColumns(owner),
    point,
    source,
    region,
    status,
  }),
  {
    ...OWNED,
    point: equal('point'),
    source: equal('source'),
    region: equal('region'),
    status: equal('status'),
  },
);
