import { canonicalJson } from '../canonical';
import type { Change } from '../change';
import type { Device } from '../device/device';
import { DomainError } from '../error-code';
import { hull, units as unitCount, wattHours } from '../quantity';
import type { Request } from '../request';
import type { Scheme, SchemeRef } from '../scheme/scheme';
import type { Batch, Cursor, Issuance, Position } from './batch';
import type { Holding } from './holding';
import { emissionFactorOf } from './issue-eligibility';
import type { EnergyInterval } from './issue-intervals';
import { energyOf, type FilledEnergy, type FilledUnits } from './issue-units';

/** Most bytes of changes that one issue makes: Fabric keeps and orders larger values badly. */
export const MAX_ISSUE_BYTES = 100_000;

/** What was issued, from what. */
export interface Issued {
  readonly device: Device;
  readonly scheme: Scheme;
  /** Before the issue. */
  readonly cursor: Cursor;
  readonly intervals: readonly EnergyInterval[];
  readonly filled: FilledEnergy;
  readonly to: Position;
}

/**
 * The records of an issue.
 * @throws DomainError COMMAND_TOO_LARGE when they outgrow a transaction; a shorter range gives less
 */
export function issueChanges(
  request: Request,
  issued: Issued,
): { readonly issuance: Issuance; readonly changes: Change[] } {
  const batches = issued.filled.batches.map((filled, index) =>
    batchOf(`${request.id}.${index}`, request, issued, filled),
  );
  const issuance = issuanceOf(request, issued, batches);
  const changes: Change[] = [
    { type: 'issuance', value: issuance },
    { type: 'cursor', value: cursorAfter(issued) },
    ...batches.map((value): Change => ({ type: 'batch', value })),
    ...batches.map((batch): Change => ({ type: 'holding', value: holdingOf(batch) })),
  ];
  if (Buffer.byteLength(canonicalJson(changes)) > MAX_ISSUE_BYTES)
    tooLarge(`more than ${MAX_ISSUE_BYTES} bytes of records`);
  return { issuance, changes };
}

function issuanceOf(request: Request, issued: Issued, batches: readonly Batch[]): Issuance {
  const { device, scheme, cursor, intervals, filled, to } = issued;
  const energyWh = intervals.reduce((sum, { wh }) => sum + wh, 0);
  const units = batches.reduce((sum, batch) => sum + batch.units, 0);
  if (!wattHours.safeParse(energyWh + energyOf(cursor.carry)).success)
    tooLarge('more energy than can be counted');
  return {
    v: 1,
    id: request.id,
    device: device.id,
    owner: device.owner,
    scheme: refOf(scheme),
    from: { sequence: cursor.sequence, index: cursor.index },
    to,
    energyWh,
    units,
    carriedWh: energyOf(filled.carry),
    batches: batches.map(({ id }) => id),
    at: request.at,
    commandHash: request.commandHash,
  };
}

function batchOf(
  id: string,
  request: Request,
  { device, scheme }: Issued,
  { vintage, provisional, units, segments }: FilledUnits,
): Batch {
  if (!unitCount.safeParse(units).success) tooLarge('more units than can be counted');
  const period = hull(segments.map((segment) => segment.period));
  return {
    v: 1,
    id,
    issuance: request.id,
    scheme: refOf(scheme),
    unitWh: scheme.unitWh,
    units,
    segments,
    source: device.source,
    technology: device.technology,
    commissionedAt: device.commissionedAt,
    supportStatus: device.supportStatus,
    region: device.region,
    emissionFactor: emissionFactorOf(device.source, scheme),
    issuingBody: scheme.issuingBody,
    period,
    vintage,
    expiresAt: scheme.expirySec === null ? null : period.end + scheme.expirySec,
    provisional,
    owner: device.owner,
  };
}

function holdingOf({ id, units, owner, scheme, unitWh, vintage, expiresAt, provisional }: Batch): Holding {
  const state = { kind: 'free' } as const;
  return {
    v: 1,
    batch: id,
    start: 0,
    end: units,
    owner,
    scheme,
    unitWh,
    vintage,
    expiresAt,
    provisional,
    state,
  };
}

function cursorAfter({ device, scheme, filled, to }: Issued): Cursor {
  return {
    v: 1,
    device: device.id,
    ...to,
    scheme: refOf(scheme),
    carry: filled.carry,
  };
}

function refOf({ id, version }: Scheme): SchemeRef {
  return { id, version };
}

function tooLarge(detail: string): never {
  throw new DomainError('COMMAND_TOO_LARGE', detail);
}
