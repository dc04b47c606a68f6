import type { Caller, Role } from '@commonwatt/chaincode/domain';

const KINDS = { RegulatorMSP: 'regulator', UtilityMSP: 'utility' } as const;

/** An admitted caller of this role; its enrolment id is the role's name unless another is given. */
export function callerOf(role: Role, mspId: string, enrolmentId: string = role): Caller {
  const kind = mspId === 'RegulatorMSP' || mspId === 'UtilityMSP' ? KINDS[mspId] : 'community';
  return { account: `${mspId}/${enrolmentId}`, mspId, kind, role };
}

export const REGISTRAR = callerOf('registrar', 'RegulatorMSP');
export const GRID_OPERATOR = callerOf('gridOperator', 'UtilityMSP');
export const SUPPLIER = callerOf('supplier', 'UtilityMSP');
export const MANAGER = callerOf('manager', 'RiversideMSP');
export const OTHER_MANAGER = callerOf('manager', 'HillsideMSP');
