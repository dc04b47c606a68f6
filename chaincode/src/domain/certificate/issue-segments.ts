import { hull, type WattHours } from '../quantity';
import type { Segment } from './batch';
import type { EnergyInterval } from './issue-intervals';

/** Some or all of an interval's energy. */
export interface IntervalPart {
  readonly interval: EnergyInterval;
  /** Its place among all intervals that are used. */
  readonly at: number;
  readonly wh: WattHours;
}

/**
 * Gathers energy in as few segments as say exactly where it comes from. Whole intervals that follow one another join in
 * one segment; a part of an interval stays a segment of its own, until the rest of the interval joins it.
 */
export class SegmentList {
  private readonly finished: Segment[] = [];
  /** Whole intervals; grows by the interval at `continuedAt`. */
  private run: Segment | null = null;
  private continuedAt = 0;
  /** Comes after `run`; may become whole. */
  private part: IntervalPart | null = null;

  constructor(private readonly device: string) {}

  /** Begins with what was carried, which the first interval follows. */
  addCarried(carry: readonly Segment[]): void {
    const last = carry.at(-1);
    // A single interval at the beginning may be a part of one, and then nothing joins it.
    if (last === undefined || (carry.length === 1 && isSingle(last))) {
      this.finished.push(...carry);
      return;
    }
    this.finished.push(...carry.slice(0, -1));
    this.run = last;
  }

  add({ interval, at, wh }: IntervalPart): void {
    if (this.part !== null && this.part.at !== at) this.finish();
    const part = { interval, at, wh: (this.part?.wh ?? 0) + wh };
    this.part = part.wh === interval.wh ? null : part;
    if (this.part === null) this.addWhole(interval, at);
  }

  /** The segments so far. */
  list(): Segment[] {
    this.finish();
    return [...this.finished];
  }

  private addWhole(interval: EnergyInterval, at: number): void {
    const whole = segmentOf(this.device, interval, interval.wh);
    if (this.run !== null && this.continuedAt === at) {
      this.run = join(this.run, whole);
    } else {
      this.finish();
      this.run = whole;
    }
    this.continuedAt = at + 1;
  }

  private finish(): void {
    if (this.run !== null) this.finished.push(this.run);
    if (this.part !== null) this.finished.push(segmentOf(this.device, this.part.interval, this.part.wh));
    this.run = null;
    this.part = null;
  }
}

function isSingle({ from, to }: Segment): boolean {
  return from.sequence === to.sequence && from.index + 1 === to.index;
}

function join(run: Segment, next: Segment): Segment {
  return {
    ...next,
    from: run.from,
    wh: run.wh + next.wh,
    provisional: run.provisional || next.provisional,
    period: hull([run.period, next.period]),
  };
}

function segmentOf(device: string, interval: EnergyInterval, wh: WattHours): Segment {
  const { sequence, index, estimated, period, hash } = interval;
  return {
    device,
    from: { sequence, index },
    to: { sequence, index: index + 1 },
    wh,
    provisional: estimated,
    period,
    hash,
  };
}
