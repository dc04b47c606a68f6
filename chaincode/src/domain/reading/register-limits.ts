import type { ConnectionPoint } from '../connection-point/connection-point';
import type { Device } from '../device/device';
import type { Watts } from '../quantity';
import type { RegisterName } from './register';

/** A connection point or device as stored, told apart by its kind. */
export type MeteredRecord =
  | { readonly kind: 'point'; readonly record: ConnectionPoint }
  | { readonly kind: 'device'; readonly record: Device };

const SECONDS_PER_HOUR = 3600n;

/**
 * The largest plausible value of a register in one interval, in the register's unit, or null when the subject has no
 * such register. Reactive energy is held to the larger of both limits of the connection point: more would be a power
 * factor below 0.7 at full load. What a storage gives back is not generation; a storage has no such register.
 */
export function largestPlausible(
  metered: MeteredRecord,
  register: RegisterName,
  intervalSec: number,
): number | null {
  const limit = registerLimit(metered, register);
  if (limit === null) return null;
  return limit.kind === 'level' ? limit.wh : energyAt(limit.watts, intervalSec);
}

type RegisterLimit = { kind: 'power'; watts: Watts } | { kind: 'level'; wh: number };

function registerLimit(metered: MeteredRecord, register: RegisterName): RegisterLimit | null {
  return metered.kind === 'point'
    ? pointRegisterLimit(metered.record, register)
    : deviceRegisterLimit(metered.record, register);
}

function pointRegisterLimit(point: ConnectionPoint, register: RegisterName): RegisterLimit | null {
  switch (register) {
    case 'import':
      return power(point.importLimitW);
    case 'export':
      return power(Math.min(point.exportLimitW, point.unmeteredW ?? point.exportLimitW));
    case 'reactiveImport':
    case 'reactiveExport':
      return power(Math.max(point.importLimitW, point.exportLimitW));
    case 'generation':
    case 'charge':
    case 'discharge':
    case 'stateOfCharge':
      return null;
  }
}

function deviceRegisterLimit(device: Device, register: RegisterName): RegisterLimit | null {
  switch (register) {
    case 'generation':
      return device.source === 'storage' ? null : power(device.capacityW);
    case 'charge':
    case 'discharge':
      return device.storage === undefined ? null : power(device.capacityW);
    case 'stateOfCharge':
      return device.storage === undefined ? null : { kind: 'level', wh: device.storage.capacityWh };
    case 'import':
    case 'export':
    case 'reactiveImport':
    case 'reactiveExport':
      return null;
  }
}

function power(watts: Watts): RegisterLimit {
  return { kind: 'power', watts };
}

/** Whole Wh of so many watts in an interval. A value is within it exactly when value x 3600 <= W x s. */
function energyAt(watts: Watts, intervalSec: number): number {
  return Number((BigInt(watts) * BigInt(intervalSec)) / SECONDS_PER_HOUR);
}
