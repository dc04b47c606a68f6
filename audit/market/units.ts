import type { Interval } from './production.ts';

/** Energy taken for certificates: so many Wh of an interval. */
export interface Part {
  readonly interval: Interval;
  /** Its place among all intervals with energy that are used. */
  readonly at: number;
  readonly wh: number;
}

/** Whole units of one month and quality. */
export interface UnitGroup {
  readonly vintage: string;
  readonly isEstimated: boolean;
  readonly units: number;
  readonly parts: readonly Part[];
}

/**
 * Fills units one after the other with the energy of the intervals, in their order. A unit belongs to the UTC month of
 * its last Wh, and is an estimate if any of its Wh is.
 *
 * @returns the units by month and quality, in the order of each group's first, and what is left below a unit
 */
export function fillUnits(
  intervals: readonly Interval[],
  unitWh: number,
): { readonly groups: UnitGroup[]; readonly left: Part[] } {
  const groups = new Map<string, { vintage: string; isEstimated: boolean; units: number; parts: Part[] }>();
  let unit: Part[] = [];
  let unitsWh = 0;
  for (const [at, interval] of intervals.filter(({ wh }) => wh > 0).entries()) {
    for (let rest = interval.wh; rest > 0;) {
      // Units that lie within one interval are alike, and taken at once.
      const areWithin = unitsWh === 0 && rest >= unitWh;
      const wh = areWithin ? rest - (rest % unitWh) : Math.min(rest, unitWh - unitsWh);
      unit.push({ interval, at, wh });
      rest -= wh;
      unitsWh += wh;
      if (unitsWh < unitWh) continue;
      const vintage = new Date(interval.start * 1000).toISOString().slice(0, 7);
      const isEstimated = unit.some((part) => part.interval.isEstimated);
      const key = `${vintage} ${isEstimated}`;
      const group = groups.get(key) ?? { vintage, isEstimated, units: 0, parts: [] };
      groups.set(key, group);
      group.units += unitsWh / unitWh;
      group.parts.push(...unit);
      unit = [];
      unitsWh = 0;
    }
  }
  return { groups: [...groups.values()], left: unit };
}

export function energyOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { wh }) => sum + wh, 0);
}

/** The intervals with what the parts hold of them. */
export function remainderOf(parts: readonly Part[]): Interval[] {
  return parts.map(({ interval, wh }) => ({ ...interval, wh }));
}
