import type { Period } from '../quantity';

/** The open gaps after one more that lies behind them all. */
export function openGap(gaps: readonly Period[], gap: Period): Period[] {
  return [...gaps, gap];
}

/** The open gap that holds all of the period, if one does. */
export function gapAround(gaps: readonly Period[], period: Period): Period | undefined {
  return gaps.find(({ start, end }) => start <= period.start && period.end <= end);
}

/** The open gaps once the period, which lies within one of them, is covered: that one shrinks, splits or goes. */
export function coverGap(gaps: readonly Period[], period: Period): Period[] {
  const filled = gapAround(gaps, period);
  return gaps.flatMap((gap) => {
    if (gap !== filled) return [gap];
    const before = { start: gap.start, end: period.start };
    const after = { start: period.end, end: gap.end };
    return [before, after].filter(({ start, end }) => start < end);
  });
}
