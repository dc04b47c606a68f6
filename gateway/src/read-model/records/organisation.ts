import type { Organisation } from '@commonwatt/chaincode/domain';
import type { OrganisationFilter } from '../read-model.ts';
import { equal, recordKind } from './record-kind.ts';

export const organisations = recordKind<Organisation, OrganisationFilter>(
  'organisations',
  ({ mspId, kind, status }) => ({ id: mspId, kind, status }),
  { kind: equal('kind'), status: equal('status') },
);
