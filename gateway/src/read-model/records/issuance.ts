import type { Issuance } from '@commonwatt/chaincode/domain';
import type { IssuanceFilter } from '../read-model.ts';
import { equal, OWNED, ownerColumns, recordKind, schemeKey } from './record-kind.ts';

export const issuances = recordKind<Issuance, IssuanceFilter>(
  'issuances',
  ({ id, device, owner, scheme }) => ({ id, device, ...ownerColumns(owner), scheme: schemeKey(scheme) }),
  { ...OWNED, scheme: equal('scheme'), device: equal('device') },
);
