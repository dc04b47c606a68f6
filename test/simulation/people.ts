import { createHash } from 'node:crypto';
import { makeOrganisation, type TestIdentity } from '../ledger/index.ts';

const regulator = makeOrganisation('RegulatorMSP');
const utility = makeOrganisation('UtilityMSP');
const riverside = makeOrganisation('RiversideMSP');
const hillside = makeOrganisation('HillsideMSP');

/** Everybody who sends commands. */
export const PEOPLE = {
  registrar: regulator.enrol('registrar', 'registrar'),
  secondRegistrar: regulator.enrol('registrar-2', 'registrar'),
  auditor: regulator.enrol('auditor', 'auditor'),
  treasurer: utility.enrol('treasurer', 'treasurer'),
  supplier: utility.enrol('supplier', 'supplier'),
  gridOperator: utility.enrol('grid-operator', 'gridOperator'),
  clara: utility.enrol('clara', 'buyer'),
  theo: utility.enrol('theo', 'buyer'),
  riversideManager: riverside.enrol('manager', 'manager'),
  riversideGateway: riverside.enrol('gateway', 'gateway'),
  riversideCollector: riverside.enrol('collector', 'collector'),
  anna: riverside.enrol('anna', 'member'),
  dora: riverside.enrol('dora', 'member'),
  hillsideManager: hillside.enrol('manager', 'manager'),
  hillsideGateway: hillside.enrol('gateway', 'gateway'),
  bruno: hillside.enrol('bruno', 'member'),
  emil: hillside.enrol('emil', 'member'),
} as const satisfies Record<string, TestIdentity>;

/** A role that the utility cannot give. */
export const IMPOSTOR = utility.enrol('impostor', 'registrar');
/** Of an organisation that is not in the consortium. */
export const STRANGER = makeOrganisation('LakesideMSP').enrol('carl', 'member');

/** The same person with a new key, by account. */
export const SPARE_KEYS: ReadonlyMap<string, TestIdentity> = new Map(
  [PEOPLE.anna, PEOPLE.dora, PEOPLE.clara].map((person) => {
    const organisation = person.mspId === utility.mspId ? utility : riverside;
    return [accountOf(person), organisation.reenrol(person)];
  }),
);

export function accountOf({ mspId, id }: TestIdentity): string {
  return `${mspId}/${id}`;
}

/** What an account of this identity is pinned to. */
export function keyHashOf({ publicKey }: TestIdentity): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
}
