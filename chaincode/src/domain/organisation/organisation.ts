import { z } from 'zod';
import { formatVersion, mspId, text } from '../identifier';
import { organisationKind } from '../identity/role';

/** Named in the chaincode, hence in the digest that every organisation approves: without them nothing is valid. */
export const REGULATOR_MSP = 'RegulatorMSP';
export const UTILITY_MSP = 'UtilityMSP';
export const FOUNDING_MSPS: readonly string[] = [REGULATOR_MSP, UTILITY_MSP];

export const organisation = z.strictObject({
  mspId,
  name: text,
  kind: organisationKind,
  status: z.enum(['active', 'suspended']),
  reason: text.optional(),
});
export type Organisation = z.infer<typeof organisation>;

export const MAX_ORGANISATIONS = 200;
/** All organisations, in one record that every command reads; sorted by MSP id. */
export const consortium = z.strictObject({
  v: formatVersion,
  organisations: z.array(organisation).max(MAX_ORGANISATIONS),
});
export type Consortium = z.infer<typeof consortium>;

/** What the ledger holds before the registrar has entered anyone. */
export const FOUNDING_CONSORTIUM: Consortium = {
  v: 1,
  organisations: [
    { mspId: REGULATOR_MSP, name: 'Regulator', kind: 'regulator', status: 'active' },
    { mspId: UTILITY_MSP, name: 'Utility', kind: 'utility', status: 'active' },
  ],
};

/** The consortium with these organisations entered or replaced. */
export function withOrganisations(
  stored: Consortium | undefined,
  changed: readonly Organisation[],
): Consortium {
  const { v, organisations } = stored ?? FOUNDING_CONSORTIUM;
  const kept = organisations.filter(({ mspId }) =>
    changed.every((organisation) => organisation.mspId !== mspId),
  );
  return { v, organisations: [...kept, ...changed].sort((a, b) => (a.mspId < b.mspId ? -1 : 1)) };
}
