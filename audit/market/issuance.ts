import { Discrepancy, must, mustEqual } from '../discrepancy.ts';
import { REGULATOR } from '../founding.ts';
import { requireCaller } from './caller.ts';
import { NOT_ISSUED, standing, type Expected } from './expected.ts';
import { schemeName } from './key.ts';
import type { Interval, Position, Productions } from './production.ts';
import { mspOf, type RecordOf, type Segment } from './record.ts';
import { madeBy, type Deed } from './transaction.ts';

type Device = RecordOf<'device'>;
type Scheme = RecordOf<'scheme'>;
type Batch = RecordOf<'batch'>;
type Issuance = RecordOf<'issuance'>;

/** What was made of a device's energy so far. */
export interface DeviceAccount {
  issuedWh: number;
  next: Position;
  /** Intervals below a whole unit, with what is left of each, in their order. */
  carry: readonly Interval[];
}

/** Energy taken for certificates: so many Wh of an interval. */
interface Part {
  readonly interval: Interval;
  readonly wh: number;
}

/**
 * Certificates come from metered energy, and no Wh is used twice: what an issue takes (the energy carried so far, and
 * the readings from the cursor on) is exactly what its batches hold and what it carries on.
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
    const account = this.accounts.get(device.id) ?? {
      issuedWh: 0,
      next: { sequence: 1, index: 0 },
      carry: [],
    };
    mustEqual('an issue begins where the last one ended', account.next, issuance.from, { key });
    const carriedBeforeWh = energyOf(account.carry);
    this.#checkCarryScheme(deed, device, scheme, account, key);
    const fresh = this.#productions.take(device, issuance.from, issuance.to, key);
    for (const interval of fresh) checkInTime(interval, scheme, key);
    const freshWh = energyOf(fresh);
    mustEqual('an issue states the energy it read', freshWh, issuance.energyWh, { key });
    const pool = new Pool([...account.carry, ...fresh]);

    const batches = issuance.batches.map((name, index) => {
      mustEqual('batches are numbered under their issue', `${issuance.id}.${index}`, name, { key });
      const change = deed.changes('batch').find((candidate) => candidate.name === name);
      must(change !== undefined, 'an issue names its batches', { key, expected: name, found: 'no batch' });
      const batch = madeBy(change);
      checkBatch(batch, issuance, device, scheme, pool.takeAll(batch.segments, change.key), change.key);
      expected.move(
        [{ batch: name, start: 0, units: batch.units }],
        NOT_ISSUED,
        standing(device.owner, 'free'),
      );
      return batch;
    });
    const units = batches.reduce((sum, batch) => sum + batch.units, 0);
    mustEqual('an issue counts its units', units, issuance.units, { key });
    const carry = checkCursor(deed, issuance, pool);
    const carriedWh = carry.reduce((sum, { wh }) => sum + wh, 0);
    mustEqual('an issue states what it carries', carriedWh, issuance.carriedWh, { key });
    must(carriedWh < scheme.unitWh, 'whole units are issued', {
      key,
      expected: `< ${scheme.unitWh}`,
      found: carriedWh,
    });
    const issuedWh = units * scheme.unitWh;
    mustEqual(
      'carried before + read = issued + carried after',
      carriedBeforeWh + freshWh,
      issuedWh + carriedWh,
      { key },
    );
    const { sequence, index } = issuance.to;
    this.accounts.set(device.id, { issuedWh: account.issuedWh + issuedWh, next: { sequence, index }, carry });
  }

  #checkCarryScheme(deed: Deed, { id }: Device, scheme: Scheme, account: DeviceAccount, key: string): void {
    if (account.carry.length === 0) return;
    mustEqual('carried energy stays in its scheme', deed.before('cursor', id)?.scheme?.id, scheme.id, {
      key,
    });
  }
}

/** Energy that an issue may use, by the place of its interval. */
class Pool {
  readonly #intervals: ReadonlyMap<string, Interval>;

  constructor(intervals: readonly Interval[]) {
    // Copies, because what is taken is subtracted.
    this.#intervals = new Map(intervals.map((interval) => [placeOf(interval), { ...interval }]));
  }

  takeAll(segments: readonly Segment[], key: string): Part[] {
    return segments.flatMap((segment) => this.#take(segment, key));
  }

  /** Throws if anything is left. */
  mustBeEmpty(key: string): void {
    for (const { sequence, index, wh } of this.#intervals.values()) {
      mustEqual('all energy read is issued or carried', 0, wh, {
        key: `${key} (block ${sequence}, interval ${index})`,
      });
    }
  }

  /** A segment of one interval may be a part of it; one of several holds all of theirs. */
  #take(segment: Segment, key: string): Part[] {
    const { sequence, from, to, wh, period, provisional } = segment;
    const intervals: Interval[] = [];
    for (let index = from; index < to; index += 1) {
      const interval = this.#intervals.get(placeOf({ sequence, index }));
      if (interval !== undefined) intervals.push(interval);
    }
    const [first, last] = [intervals[0], intervals.at(-1)];
    if (first === undefined || last === undefined || intervals.length !== to - from) {
      throw new Discrepancy('a segment lies in what was read', {
        key,
        expected: 'unused intervals',
        found: segment,
      });
    }
    const parts = intervals.map((interval) => ({
      interval: { ...interval },
      wh: to - from === 1 ? wh : interval.wh,
    }));
    const most = energyOf(intervals);
    const isThere = to - from === 1 ? wh <= most : wh === most;
    must(isThere, 'no energy is used twice', { key, expected: `${most} Wh left`, found: segment });
    intervals.forEach((interval, position) => (interval.wh -= parts[position]?.wh ?? 0));
    const isEstimated = intervals.some((interval) => interval.isEstimated);
    mustEqual('a segment says whether it is estimated', isEstimated, provisional, { key });
    mustEqual('a segment says when it was produced', { start: first.start, end: last.end }, period, { key });
    return parts;
  }
}

function placeOf({ sequence, index }: Position): string {
  return `${sequence}/${index}`;
}

function energyOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { wh }) => sum + wh, 0);
}

function checkRight(deed: Deed, issuance: Issuance, device: Device, scheme: Scheme, key: string): void {
  requireCaller(deed, [REGULATOR, mspOf(device.owner)], ['registrar', 'gateway', 'manager'], key);
  mustEqual('certificates come from approved devices', 'approved', device.status, { key });
  mustEqual("certificates are issued to the device's owner", device.owner, issuance.owner, { key });
  const isEligible =
    device.source !== 'storage' &&
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

function checkBatch(
  batch: Batch,
  issuance: Issuance,
  device: Device,
  scheme: Scheme,
  parts: readonly Part[],
  key: string,
): void {
  const energyWh = parts.reduce((sum, { wh }) => sum + wh, 0);
  must(batch.units > 0, 'a batch has units', { key, expected: 'at least 1', found: batch.units });
  mustEqual('a batch holds the energy of its units', batch.units * scheme.unitWh, energyWh, { key });
  for (const { device: producer } of batch.segments)
    mustEqual('a segment is of the device', device.id, producer, { key });
  checkOrder(parts, key);
  for (const month of vintagesOf(parts, scheme.unitWh))
    mustEqual('a batch is of one vintage', month, batch.vintage, { key });
  const isEstimated = parts.some(({ interval }) => interval.isEstimated);
  mustEqual('a batch says whether it is provisional', isEstimated, batch.provisional, { key });
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
    blockHashes: [...new Set(parts.map(({ interval }) => interval.blockHash))],
  };
  const stated = Object.fromEntries(Object.keys(facts).map((name) => [name, batch[name as keyof Batch]]));
  mustEqual('a batch says where it comes from', facts, stated, { key });
}

function checkOrder(parts: readonly Part[], key: string): void {
  parts.forEach(({ interval }, position) => {
    const before = parts[position - 1]?.interval ?? interval;
    const isAfter =
      interval.sequence > before.sequence ||
      (interval.sequence === before.sequence && interval.index >= before.index);
    must(isAfter, 'energy is used in the order of its metering', {
      key,
      expected: `after ${placeOf(before)}`,
      found: placeOf(interval),
    });
  });
}

/** UTC month of the interval in which each unit's last Wh was produced. */
function vintagesOf(parts: readonly Part[], unitWh: number): Set<string> {
  const months = new Set<string>();
  let filled = 0;
  for (const { interval, wh } of parts) {
    const completes = Math.floor((filled + wh) / unitWh) > Math.floor(filled / unitWh);
    if (completes) months.add(new Date(interval.start * 1000).toISOString().slice(0, 7));
    filled += wh;
  }
  return months;
}

/** @returns what is carried on */
function checkCursor(deed: Deed, issuance: Issuance, pool: Pool): Interval[] {
  const change = deed.changes('cursor').find(({ name }) => name === issuance.device);
  must(change !== undefined, 'an issue moves the cursor', { expected: issuance.to, found: 'no cursor' });
  const { key } = change;
  const { sequence, index, scheme, carry, carryBlocks } = madeBy(change);
  mustEqual('the cursor stands where the issue ended', issuance.to, { sequence, index }, { key });
  mustEqual('carried energy stays in its scheme', issuance.scheme, scheme, { key });
  const parts = pool.takeAll(carry, key);
  pool.mustBeEmpty(key);
  checkOrder(parts, key);
  const hashes = new Map(parts.map(({ interval }) => [interval.sequence, interval.blockHash]));
  const blocks = [...hashes].map(([number, hash]) => ({ sequence: number, hash }));
  mustEqual('a cursor names the blocks it carries from', blocks, carryBlocks, { key });
  return parts.map(({ interval, wh }) => ({ ...interval, wh }));
}
