import type { WattHours } from '../quantity';
import type { Segment } from './batch';
import type { EnergyInterval } from './issue-intervals';
import { type IntervalPart, SegmentList } from './issue-segments';
import { vintageOf } from './vintage';

/** Whole units that share a batch: their last Wh lie in one month, and all or none of them hold estimated energy. */
export interface FilledUnits {
  readonly vintage: string;
  readonly provisional: boolean;
  readonly units: number;
  readonly segments: Segment[];
}

export interface FilledEnergy {
  /** In order of first unit. */
  readonly batches: FilledUnits[];
  /** What is left below a whole unit. */
  readonly carry: Segment[];
}

interface OpenBatch {
  readonly vintage: string;
  readonly provisional: boolean;
  readonly segments: SegmentList;
  units: number;
}

/** Energy of the unit that is being filled. */
interface OpenUnit {
  readonly parts: IntervalPart[];
  wh: WattHours;
  estimated: boolean;
}

export function energyOf(segments: readonly Segment[]): WattHours {
  return segments.reduce((sum, { wh }) => sum + wh, 0);
}

/**
 * Fills whole units of `unitWh` from the carried energy and then from the intervals, in their order; no Wh is lost or
 * used twice: carry before + intervals = units x `unitWh` + carry after. `carry` is less than a unit.
 */
export function fillUnits(
  device: string,
  unitWh: WattHours,
  carry: readonly Segment[],
  intervals: readonly EnergyInterval[],
): FilledEnergy {
  const filling = new UnitFilling(device, unitWh, carry);
  intervals.forEach((interval, at) => filling.use(interval, at));
  return filling.end();
}

class UnitFilling {
  private readonly batches = new Map<string, OpenBatch>();
  private readonly unit: OpenUnit;

  constructor(
    private readonly device: string,
    private readonly unitWh: WattHours,
    private carry: readonly Segment[],
  ) {
    this.unit = { parts: [], wh: energyOf(carry), estimated: carry.some(({ provisional }) => provisional) };
  }

  use(interval: EnergyInterval, at: number): void {
    const toComplete = this.unit.wh === 0 ? 0 : Math.min(this.unitWh - this.unit.wh, interval.wh);
    this.addToUnit(interval, at, toComplete);
    const left = interval.wh - toComplete;
    const wholeUnits = Math.floor(left / this.unitWh);
    if (wholeUnits > 0) {
      const batch = this.batchOf(interval, interval.estimated);
      batch.segments.add({ interval, at, wh: wholeUnits * this.unitWh });
      batch.units += wholeUnits;
    }
    this.addToUnit(interval, at, left - wholeUnits * this.unitWh);
  }

  end(): FilledEnergy {
    const segments = new SegmentList(this.device);
    this.moveUnit(segments);
    return {
      batches: [...this.batches.values()].map((batch) => ({ ...batch, segments: batch.segments.list() })),
      carry: segments.list(),
    };
  }

  private addToUnit(interval: EnergyInterval, at: number, wh: WattHours): void {
    if (wh === 0) return;
    const { unit } = this;
    unit.parts.push({ interval, at, wh });
    unit.wh += wh;
    unit.estimated ||= interval.estimated;
    if (unit.wh < this.unitWh) return;
    const batch = this.batchOf(interval, unit.estimated);
    this.moveUnit(batch.segments);
    batch.units += 1;
  }

  /** Moves the open unit's energy to the segments and begins an empty one. */
  private moveUnit(segments: SegmentList): void {
    segments.addCarried(this.carry);
    for (const part of this.unit.parts) segments.add(part);
    this.carry = [];
    this.unit.parts.length = 0;
    this.unit.wh = 0;
    this.unit.estimated = false;
  }

  private batchOf(lastInterval: EnergyInterval, provisional: boolean): OpenBatch {
    const vintage = vintageOf(lastInterval.period.start);
    const key = `${vintage}/${provisional}`;
    const known = this.batches.get(key);
    if (known !== undefined) return known;
    const batch = { vintage, provisional, units: 0, segments: new SegmentList(this.device) };
    this.batches.set(key, batch);
    return batch;
  }
}
