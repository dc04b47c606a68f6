import type { Retirement } from '@commonwatt/chaincode/domain';
import type { RetirementFilter } from '../read-model.ts';
import { equal, OWNED, ownerColumns, recordKind, schemeKey } from './record-kind.ts';

export const retirements = recordKind<Retirement, RetirementFilter>(
  'retirements',
  ({ id, owner, scheme, purpose, beneficiary }) => ({
    id,
    ...ownerColumns(owner),
    scheme: schemeKey(scheme),
    purpose,
    beneficiary: beneficiary?.kind === 'account' ? beneficiary.account : null,
  }),
  { ...OWNED, scheme: equal('scheme'), purpose: equal('purpose'), beneficiary: equal('beneficiary') },
);
