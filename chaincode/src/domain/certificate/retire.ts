import { z } from 'zod';
import { type Counterparties, requireActive } from '../account/counterparty';
import { type Decision, done } from '../decision';
import { DomainError } from '../error-code';
import { idempotencyKey, requestId, text } from '../identifier';
import { defineMethod } from '../method';
import type { Consortium } from '../organisation/organisation';
import { period, type WattHours } from '../quantity';
import type { Request } from '../request';
import { type Scheme, schemeRef } from '../scheme/scheme';
import { type Holding, holdingIdOf, pieces, sumUnits } from './holding';
import { type Cut, requireCuts, requireScheme, requireUnexpired, splitAll } from './pieces';
import { beneficiary, type Retirement } from './retirement';

export const retireCommand = z.strictObject({
  idempotencyKey,
  scheme: schemeRef,
  pieces,
  purpose: text,
  beneficiary: beneficiary.optional(),
  period,
});
export type RetireCommand = z.infer<typeof retireCommand>;

export const retireCertificates = defineMethod({
  name: 'certificates:retire',
  kind: 'submit',
  roles: ['member', 'manager', 'buyer'],
  command: retireCommand,
  result: z.strictObject({ id: requestId }),
  intent: ({ scheme, pieces: named, purpose, beneficiary: forWhom, period: served }) => ({
    scheme,
    units: sumUnits(named),
    purpose,
    beneficiary: forWhom,
    period: served,
  }),
});

export interface RetireRecords {
  readonly consortium: Consortium;
  readonly scheme: Scheme | undefined;
  /** The beneficiary's account, when it is one. */
  readonly beneficiary: Counterparties;
  /** For each piece. */
  readonly holdings: readonly (Holding | undefined)[];
}

/**
 * Uses certificates of the caller for good.
 * @throws DomainError ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, NOT_FOUND, HOLDING_CHANGED,
 * HOLDING_FOREIGN, CERTIFICATE_EXPIRED, CERTIFICATE_PROVISIONAL, SCHEME_MIXED, PURPOSE_UNKNOWN, BENEFICIARY_REQUIRED,
 * COMMAND_TOO_LARGE
 */
export function decideRetireCertificates(
  { id, account, at, commandHash }: Request,
  command: RetireCommand,
  records: RetireRecords,
): Decision<{ id: string }> {
  requireActive(records.beneficiary, records.consortium);
  const { scheme } = records;
  if (scheme === undefined)
    throw new DomainError('NOT_FOUND', `scheme ${command.scheme.id}/${command.scheme.version}`);
  const cuts = requireCuts(command.pieces, records.holdings, { owner: account });
  requireUnexpired(cuts, at);
  requireFinal(cuts);
  requireScheme(cuts, command.scheme);
  requireUse(command, scheme);
  const units = sumUnits(command.pieces);
  const value: Retirement = {
    v: 1,
    id,
    owner: account,
    scheme: command.scheme,
    pieces: command.pieces,
    units,
    energyWh: energyOfUnits(units, scheme),
    purpose: command.purpose,
    beneficiary: command.beneficiary,
    period: command.period,
    at,
    commandHash,
  };
  return done({ id }, [
    { type: 'retirement', value },
    ...splitAll(cuts, { state: { kind: 'retired', retirement: id } }),
  ]);
}

/** @throws DomainError COMMAND_TOO_LARGE when it is more than can be counted */
function energyOfUnits(units: number, { unitWh }: Scheme): WattHours {
  const energyWh = units * unitWh;
  if (!Number.isSafeInteger(energyWh))
    throw new DomainError('COMMAND_TOO_LARGE', 'more energy than can be counted');
  return energyWh;
}

/** @throws DomainError CERTIFICATE_PROVISIONAL */
function requireFinal(cuts: readonly Cut[]): void {
  const provisional = cuts.find(({ holding }) => holding.provisional);
  if (provisional !== undefined)
    throw new DomainError('CERTIFICATE_PROVISIONAL', holdingIdOf(provisional.holding));
}

/** @throws DomainError PURPOSE_UNKNOWN, BENEFICIARY_REQUIRED */
function requireUse({ purpose, beneficiary: forWhom }: RetireCommand, scheme: Scheme): void {
  if (!scheme.retirementPurposes.includes(purpose)) throw new DomainError('PURPOSE_UNKNOWN', purpose);
  if (scheme.beneficiaryRequired && forWhom === undefined)
    throw new DomainError('BENEFICIARY_REQUIRED', `scheme ${scheme.id}/${scheme.version}`);
}
