import type { Batch } from '@commonwatt/chaincode/domain';
import type { BatchFilter } from '../read-model.ts';
import { equal, includes, OWNED, ownerColumns, recordKind, schemeKey } from './record-kind.ts';
import { column } from '../sort.ts';

export const batches = recordKind<Batch, BatchFilter>(
  'batches',
  ({ id, issuance, owner, scheme, vintage, segments }) => ({
    id,
    issuance,
    ...ownerColumns(owner),
    scheme: schemeKey(scheme),
    vintage,
    devices: [...new Set(segments.map(({ device }) => device))],
  }),
  {
    ...OWNED,
    scheme: equal('scheme'),
    issuance: equal('issuance'),
    device: includes('devices'),
    vintage: equal('vintage'),
  },
  { vintage: column('vintage', 'text') },
);
