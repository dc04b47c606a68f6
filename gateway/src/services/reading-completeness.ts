import type { MeteredSubject } from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import { Problem } from '../problem/problem.ts';
import { everyItem, type PageRequest } from '../read-model/page.ts';
import type { ReadingBlock } from '../read-model/read-model.ts';
import type { Services } from './services.ts';
import { requireVisible } from './visibility.ts';

const SECONDS_PER_DAY = 86_400;
const MS_PER_SECOND = 1000;
const MAX_DAYS = 62;
const PAGE = 100;

/** Intervals of one day (UTC). */
export interface DayCompleteness {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Intervals that the day has, of the length that the meter reports; null when it has never reported. */
  readonly expected: number | null;
  /** Intervals with measured values only. */
  readonly measured: number;
  /** Intervals with an estimate. */
  readonly estimated: number;
  /** Time without readings, seconds. */
  readonly missingSec: number;
  readonly attested: boolean;
}

/**
 * How complete the readings of a subject are, for each day from `from` until `until` (epoch seconds, the days that hold
 * them included).
 *
 * @throws BusinessError NOT_AUTHORISED
 * @throws Problem NOT_FOUND, REQUEST_MALFORMED
 */
export async function readingCompleteness(
  { ledger: { readModel } }: Services,
  caller: Caller,
  subject: MeteredSubject,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<DayCompleteness[]> {
  const first = Math.floor(from / SECONDS_PER_DAY);
  const last = Math.ceil(until / SECONDS_PER_DAY);
  if (last <= first || last - first > MAX_DAYS)
    throw new Problem('REQUEST_MALFORMED', `query.until: must lie 1 to ${MAX_DAYS} days after from`);
  const records = subject.kind === 'point' ? readModel.points : readModel.devices;
  const record = await records.find(subject.id);
  const head = await readModel.heads.find(`${subject.kind}/${subject.id}`);
  if (record === undefined || head === undefined)
    throw new Problem('NOT_FOUND', `meter of ${subject.kind} ${subject.id}`);
  requireVisible(caller, 'readings', [record.owner]);
  const days = Array.from({ length: last - first }, (_, index) => new Day(first + index));
  const filter = { kind: subject.kind, subject: subject.id };
  const period = { from: first * SECONDS_PER_DAY, until: last * SECONDS_PER_DAY };
  const list = (page: PageRequest) => readModel.blocks.list({ ...filter, ...period }, page);
  for await (const block of everyItem(list, { limit: PAGE })) for (const day of days) day.count(block);
  return days.map((day) => day.completeness(head.intervalSec));
}

/** Counts one day's intervals; none crosses midnight. */
class Day {
  readonly #start: number;
  #measured = 0;
  #estimated = 0;
  #coveredSec = 0;
  #attested = false;

  /** @param day since the epoch */
  constructor(day: number) {
    this.#start = day * SECONDS_PER_DAY;
  }

  count({ start, intervalSec, intervals, registers, attestedBy }: ReadingBlock): void {
    const from = Math.max(0, (this.#start - start) / intervalSec);
    const to = Math.min(intervals, (this.#start + SECONDS_PER_DAY - start) / intervalSec);
    if (to <= from) return;
    this.#attested ||= attestedBy !== null;
    this.#coveredSec += (to - from) * intervalSec;
    for (let index = from; index < to; index += 1) {
      const isEstimated = registers.some(({ estimated }) =>
        estimated.some(([begin, end]) => begin <= index && index < end),
      );
      if (isEstimated) this.#estimated += 1;
      else this.#measured += 1;
    }
  }

  completeness(intervalSec: number | null): DayCompleteness {
    return {
      day: new Date(this.#start * MS_PER_SECOND).toISOString().slice(0, 10),
      expected: intervalSec === null ? null : SECONDS_PER_DAY / intervalSec,
      measured: this.#measured,
      estimated: this.#estimated,
      missingSec: SECONDS_PER_DAY - this.#coveredSec,
      attested: this.#attested,
    };
  }
}
