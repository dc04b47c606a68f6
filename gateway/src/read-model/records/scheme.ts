import type { Scheme } from '@commonwatt/chaincode/domain';
import type { SchemeFilter } from '../read-model.ts';
import { equal, recordKind, schemeKey } from './record-kind.ts';

export const schemes = recordKind<Scheme, SchemeFilter>(
  'schemes',
  (scheme) => ({ id: schemeKey(scheme), scheme: scheme.id, version: scheme.version }),
  { id: equal('scheme') },
);
