import type { Account } from '@commonwatt/chaincode/domain';
import type { AccountFilter } from '../read-model.ts';
import { equal, ownerColumns, recordKind } from './record-kind.ts';

export const accounts = recordKind<Account, AccountFilter>(
  'accounts',
  ({ id, kind, status }) => ({ id, organisation: ownerColumns(id).organisation, kind, status }),
  { organisation: equal('organisation'), kind: equal('kind'), status: equal('status') },
);
