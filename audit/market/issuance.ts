import { must, mustEqual } from '../discrepancy.ts';
import { REGULATOR } from '../founding.ts';
import { mustBeActive, requireCaller } from './caller.ts';
import { NOT_ISSUED, standing, type Expected } from './expected.ts';
import { schemeName } from './key.ts';
import type { Interval, Position, Productions } from './production.ts';
import { mspOf, type RecordOf } from './record.ts';
import { mustDescribe } from './segments.ts';
import { madeBy, type Deed } from './transaction.ts';
import { energyOf, fillUnits, remainderOf, type Part, type UnitGroup } from './units.ts';

type Device = RecordOf<'device'>;
type Scheme = RecordOf<'scheme'>;
type Batch = RecordOf<'batch'>;
type Issuance = RecordOf<'issuance'>;

/** What was made of a device's energy so far. */
export interface DeviceAccount {
  readonly issuedWh: number;
  readonly next: Position;
  /** Intervals below a whole unit, with what is left of each, in their order. */
  readonly carry: readonly Interval[];
}

const NOTHING_ISSUED: DeviceAccount = { issuedWh: 0, next: { sequence: 1, index: 0 }, carry: [] };

/**
 * Certificates come from metered energy, and no Wh is used twice: the energy carried so far and the readings from the
 * cursor on fill units in their order, and these are the batches; what is left below a unit is carried on.
 */
export class Issuances {
  readonly #productions: Productions;
  readonly accounts = new Map<string, DeviceAccount>();

  constructor(productions: Productions) {
    this.#productions = productions;
  }

  expect(deed: Deed, expected: Expected): void {
    const issuances = deed
      .changes('issuance')
      .map((change) => ({ issuance: madeBy(change), key: change.key }));
    for (const { issuance, key } of issuances) this.#check(deed, issuance, key, expected);
    const batches = issuances.flatMap((entry) => entry.issuance.batches);
    for (const { name, key } of deed.changes('batch')) {
      must(batches.includes(name), 'a batch comes from an issue', { key, expected: batches, found: name });
    }
    for (const { name, key } of deed.changes('cursor')) {
      const isIssued = issuances.some(({ issuance }) => issuance.device === name);
      must(isIssued, 'a cursor moves by an issue', { key, expected: 'its issue', found: 'none' });
    }
  }

  #check(deed: Deed, issuance: Issuance, key: string, expected: Expected): void {
    const device = deed.named('device', issuance.device);
    const scheme = deed.named('scheme', schemeName(issuance.scheme));
    checkRight(deed, issuance, device, scheme, key);
    const account = this.accounts.get(device.id) ?? NOTHING_ISSUED;
    mustEqual('an issue begins where the last one ended', account.next, issuance.from, { key });
    if (account.carry.length > 0) {
      const carriedIn = deed.before('cursor', device.id)?.scheme?.id;
      mustEqual('carried energy stays in its scheme', carriedIn, scheme.id, { key });
    }
    const fresh = this.#productions.take(device, issuance.from, issuance.to, key);
    for (const interval of fresh) checkInTime(interval, scheme, key);
    const { groups, left } = fillUnits([...account.carry, ...fresh], scheme.unitWh);
    const units = groups.reduce((sum, group) => sum + group.units, 0);
    const carriedWh = energyOf(left);
    const stated = { energyWh: issuance.energyWh, units: issuance.units, carriedWh: issuance.carriedWh };
    const readWh = fresh.reduce((sum, { wh }) => sum + wh, 0);
    mustEqual(
      'an issue states what it read, made and carries',
      { energyWh: readWh, units, carriedWh },
      stated,
      {
        key,
      },
    );
    mustEqual(
      'batches are numbered under their issue',
      groups.map((_, index) => `${issuance.id}.${index}`),
      issuance.batches,
      { key },
    );
    groups.forEach((group, index) => {
      const name = `${issuance.id}.${index}`;
      checkBatch(deed, name, group, { issuance, device, scheme }, key);
      const piece = { batch: name, start: 0, units: group.units };
      expected.move([piece], NOT_ISSUED, standing(device.owner, 'free'));
    });
    checkCursor(deed, issuance, left);
    this.accounts.set(device.id, {
      issuedWh: account.issuedWh + units * scheme.unitWh,
      next: issuance.to,
      carry: remainderOf(left),
    });
  }
}

function checkRight(deed: Deed, issuance: Issuance, device: Device, scheme: Scheme, key: string): void {
  requireCaller(deed, [REGULATOR, mspOf(device.owner)], ['registrar', 'gateway', 'manager'], key);
  const statuses = [device.status, deed.named('point', device.point).status];
  mustEqual(
    'certificates come from approved devices behind approved points',
    ['approved', 'approved'],
    statuses,
    {
      key,
    },
  );
  mustEqual("certificates are issued to the device's owner", device.owner, issuance.owner, { key });
  mustBeActive(deed, [device.owner], key);
  const isEligible =
    device.source !== 'storage' &&
    (device.meter !== null || device.storage === undefined) &&
    scheme.sources.includes(device.source) &&
    scheme.regions.includes(device.region);
  must(isEligible, 'a scheme says whom it certifies', {
    key,
    expected: [scheme.sources, scheme.regions],
    found: [device.source, device.region],
  });
}

function checkInTime(
  { end, arrivedAt, sequence, index }: Interval,
  { reportingWindowSec }: Scheme,
  key: string,
): void {
  must(arrivedAt - end <= reportingWindowSec, 'readings come in the reporting window', {
    key,
    expected: `${reportingWindowSec} s after the end of interval ${index} of block ${sequence}`,
    found: arrivedAt - end,
  });
}

interface Issued {
  readonly issuance: Issuance;
  readonly device: Device;
  readonly scheme: Scheme;
}

function checkBatch(
  deed: Deed,
  name: string,
  { units, vintage, isEstimated, parts }: UnitGroup,
  { issuance, device, scheme }: Issued,
  issuanceKey: string,
): void {
  const change = deed.changes('batch').find((candidate) => candidate.name === name);
  must(change !== undefined, 'an issue names its batches', {
    key: issuanceKey,
    expected: name,
    found: 'no batch',
  });
  const { key } = change;
  const batch = madeBy(change);
  mustEqual('a batch holds the energy of its units', units, batch.units, { key });
  mustEqual('a batch is of one vintage', vintage, batch.vintage, { key });
  mustEqual('a batch says whether it is provisional', isEstimated, batch.provisional, { key });
  mustDescribe(device.id, parts, batch.segments, key);
  const start = Math.min(...batch.segments.map(({ period }) => period.start));
  const end = Math.max(...batch.segments.map(({ period }) => period.end));
  const emissionFactor = (scheme.emissionFactors as Record<string, unknown>)[device.source];
  const facts = {
    issuance: issuance.id,
    scheme: issuance.scheme,
    unitWh: scheme.unitWh,
    ...{ source: device.source, technology: device.technology, commissionedAt: device.commissionedAt },
    ...{ supportStatus: device.supportStatus, region: device.region, owner: device.owner },
    ...{ emissionFactor, issuingBody: scheme.issuingBody, period: { start, end } },
    expiresAt: scheme.expirySec === null ? null : end + scheme.expirySec,
  };
  const stated = Object.fromEntries(Object.keys(facts).map((field) => [field, batch[field as keyof Batch]]));
  mustEqual('a batch says where it comes from', facts, stated, { key });
}

function checkCursor(deed: Deed, issuance: Issuance, left: readonly Part[]): void {
  const change = deed.changes('cursor').find(({ name }) => name === issuance.device);
  must(change !== undefined, 'an issue moves the cursor', { expected: issuance.to, found: 'no cursor' });
  const { key } = change;
  const { sequence, index, scheme, carry } = madeBy(change);
  mustEqual('the cursor stands where the issue ended', issuance.to, { sequence, index }, { key });
  mustEqual('carried energy stays in its scheme', issuance.scheme, scheme, { key });
  mustDescribe(issuance.device, left, carry, key);
}
