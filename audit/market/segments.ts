import { must, mustEqual } from '../discrepancy.ts';
import type { Interval, Position } from './production.ts';
import type { Segment } from './record.ts';
import type { Part } from './units.ts';

/**
 * Throws unless the segments are this energy of the device, no Wh more, fewer or of another interval. A segment of
 * several intervals holds all of theirs; one of a single interval may hold a part of it.
 */
export function mustDescribe(
  device: string,
  parts: readonly Part[],
  segments: readonly Segment[],
  key: string,
): void {
  const energy = joined(parts);
  let at = 0;
  for (const segment of segments) {
    const begin = at;
    while (at < energy.length && isWithin(energy[at]?.interval, segment)) at += 1;
    const taken = energy.slice(begin, at);
    mustEqual(RULE, factsOf(device, taken), segment, { key });
    const isWhole = ({ interval, wh }: Part) => wh === interval.readWh;
    const isNext = (part: Part, index: number) => part.at === (taken[0]?.at ?? 0) + index;
    must(taken.length === 1 || (taken.every(isWhole) && taken.every(isNext)), WHOLE, {
      key,
      expected: taken.map(shown),
      found: segment,
    });
  }
  mustEqual(RULE, [], energy.slice(at).map(shown), { key });
}

const WHOLE = 'a segment of several intervals holds all of them';
const RULE = 'segments hold the energy read, once and in its order';

/** Parts of the same interval as one. */
function joined(parts: readonly Part[]): Part[] {
  const list: Part[] = [];
  for (const part of parts) {
    const last = list.at(-1);
    if (last?.at === part.at) list[list.length - 1] = { ...last, wh: last.wh + part.wh };
    else list.push(part);
  }
  return list;
}

/** What a segment of these intervals says; undefined for none. */
function factsOf(device: string, taken: readonly Part[]): Segment | undefined {
  const intervals = taken.map(({ interval }) => interval);
  const [first, last] = [intervals[0], intervals.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    device,
    from: { sequence: first.sequence, index: first.index },
    to: { sequence: last.sequence, index: last.index + 1 },
    wh: taken.reduce((sum, { wh }) => sum + wh, 0),
    provisional: intervals.some(({ isEstimated }) => isEstimated),
    period: {
      start: intervals.reduce((earliest, { start }) => Math.min(earliest, start), first.start),
      end: intervals.reduce((latest, { end }) => Math.max(latest, end), first.end),
    },
    hash: last.blockHash,
  };
}

function isWithin(interval: Interval | undefined, { from, to }: Segment): boolean {
  return interval !== undefined && !isBefore(interval, from) && isBefore(interval, to);
}

function isBefore(a: Position, b: Position): boolean {
  return a.sequence < b.sequence || (a.sequence === b.sequence && a.index < b.index);
}

function shown({ interval, wh }: Part): string {
  return `${wh} Wh of ${interval.sequence}/${interval.index}`;
}
