import { StatusCode } from '@hyperledger/fabric-gateway';

/** Codes of transactions that lost against another one or were endorsed around a change of policy or chaincode. */
const ENDORSE_ANEW: readonly number[] = [
  StatusCode.MVCC_READ_CONFLICT,
  StatusCode.PHANTOM_READ_CONFLICT,
  StatusCode.ENDORSEMENT_POLICY_FAILURE,
  StatusCode.EXPIRED_CHAINCODE,
  StatusCode.CHAINCODE_VERSION_CONFLICT,
];

export const VALID: number = StatusCode.VALID;
/** A copy of a transaction that is on the ledger already, whose own code is what counts. */
export const DUPLICATE_TXID: number = StatusCode.DUPLICATE_TXID;

/** Whether the same command, endorsed anew, may be valid. */
export function mayBeEndorsedAnew(validationCode: number): boolean {
  return ENDORSE_ANEW.includes(validationCode);
}

/** Fabric's name of the code. */
export function validationName(validationCode: number): string {
  const name = Object.entries(StatusCode).find(([, code]) => code === validationCode)?.[0];
  return name ?? `code ${validationCode}`;
}
