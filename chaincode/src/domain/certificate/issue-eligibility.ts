import type { Device, Source } from '../device/device';
import { DomainError } from '../error-code';
import type { MeteredSubject } from '../identifier';
import type { RegisterName } from '../reading/register';
import type { Scheme } from '../scheme/scheme';
import type { Cursor } from './batch';
import { energyOf } from './issue-units';

/** The register that counts what a device produced. */
export interface ProductionRegister {
  readonly subject: MeteredSubject;
  readonly register: RegisterName;
}

/** The device's own generation; without a meter of its own, only what leaves through its connection point. */
export function productionRegister(device: Device): ProductionRegister {
  return device.meter === null
    ? { subject: { kind: 'point', id: device.point }, register: 'export' }
    : { subject: { kind: 'device', id: device.id }, register: 'generation' };
}

/**
 * Whether the scheme certifies this device's production. A storage gives back what others produced, and the export of a
 * point with a storage is not production alone.
 * @throws DomainError SCHEME_INELIGIBLE
 */
export function requireEligible({ source, region, meter, storage }: Device, scheme: Scheme): void {
  if (source === 'storage') ineligible('a storage produces nothing');
  if (meter === null && storage !== undefined) ineligible('a storage without a meter of its own');
  if (!scheme.sources.includes(source)) ineligible(`source ${source}`);
  if (!scheme.regions.includes(region)) ineligible(`region ${region}`);
  emissionFactorOf(source, scheme);
}

/**
 * Grams of CO2 equivalent per MWh. A scheme that gives none for a source cannot certify it: none is not zero.
 * @throws DomainError SCHEME_INELIGIBLE
 */
export function emissionFactorOf(source: Source, { emissionFactors }: Scheme): number {
  return emissionFactors[source] ?? ineligible(`no emission factor of ${source}`);
}

/**
 * Carried energy stays with its scheme; another version may take it over, unless it would be a whole unit there.
 * @throws DomainError SCHEME_INELIGIBLE
 */
export function requireCarryOf({ scheme, carry }: Cursor, { id, unitWh }: Scheme): void {
  if (scheme === null || carry.length === 0) return;
  if (scheme.id !== id) ineligible(`energy is carried in ${scheme.id}`);
  const carriedWh = energyOf(carry);
  if (carriedWh >= unitWh) ineligible(`${carriedWh} Wh are carried, a unit has ${unitWh}`);
}

function ineligible(detail: string): never {
  throw new DomainError('SCHEME_INELIGIBLE', detail);
}
