import type { WattHours } from '../quantity';
import type { Segment } from './batch';
import type { EnergyInterval } from './issue-intervals';

/** Some or all of an interval's energy. */
export interface IntervalPart {
  readonly interval: EnergyInterval;
  readonly wh: WattHours;
}

/**
 * Gathers energy in as few segments as say exactly where it comes from. Whole intervals of a block join in one segment,
 * together with measured intervals without energy between them; a part of an interval stays a segment of its own, until
 * the rest of the interval joins it.
 */
export class SegmentList {
  private readonly finished: Segment[] = [];
  /** Whole intervals; may grow. */
  private run: Segment | null = null;
  /** Comes after `run`; may become whole. */
  private part: IntervalPart | null = null;

  constructor(private readonly device: string) {}

  /** Adds a segment as it is. */
  addSegment(segment: Segment): void {
    this.finish();
    this.finished.push(segment);
  }

  add({ interval, wh }: IntervalPart): void {
    if (this.part !== null && this.part.interval !== interval) this.finish();
    const part = { interval, wh: (this.part?.wh ?? 0) + wh };
    this.part = part.wh === interval.wh ? null : part;
    if (this.part === null) this.addWhole(interval);
  }

  /** The segments so far. */
  list(): Segment[] {
    this.finish();
    return [...this.finished];
  }

  private addWhole(interval: EnergyInterval): void {
    const { run } = this;
    if (run !== null && isContinued(run, interval)) {
      this.run = join(run, interval);
      return;
    }
    this.finish();
    this.run = segmentOf(this.device, { interval, wh: interval.wh });
  }

  private finish(): void {
    if (this.run !== null) this.finished.push(this.run);
    if (this.part !== null) this.finished.push(segmentOf(this.device, this.part));
    this.run = null;
    this.part = null;
  }
}

function isContinued(run: Segment, { sequence, index, zerosBefore }: EnergyInterval): boolean {
  return run.sequence === sequence && run.to <= index && index - zerosBefore <= run.to;
}

function join(run: Segment, { index, wh, estimated, period }: EnergyInterval): Segment {
  return {
    ...run,
    to: index + 1,
    wh: run.wh + wh,
    provisional: run.provisional || estimated,
    period: { start: run.period.start, end: period.end },
  };
}

function segmentOf(device: string, { interval, wh }: IntervalPart): Segment {
  const { sequence, index, estimated, period } = interval;
  return { device, sequence, from: index, to: index + 1, wh, provisional: estimated, period };
}
