import type { Profiles } from './profiles.ts';
import type { Site } from './sites.ts';

/** What the meters of a site register, in Wh per interval. */
export interface SiteRegisters {
  /** At the connection point, what the site did not cover itself. */
  readonly import: number[];
  /** At the connection point, what the site did not use itself. */
  readonly export: number[];
  /** At the terminals of each generating device. */
  readonly generation: ReadonlyMap<'solar' | 'wind', number[]>;
}

/**
 * A site's power is load + heat pump + EV - PV - wind, each its profile column times its scale (data/community.json).
 * A meter counts whole Wh and keeps the rest for the next interval, so no energy is lost to rounding.
 */
export function registersOf(site: Site, profiles: Profiles): SiteRegisters {
  const hours = profiles.intervalSec / 3600;
  const scaled = (column: string, scaleKw: number): Float64Array =>
    profiles.column(column).map((value) => value * scaleKw * 1000 * hours);
  const consumption = [
    scaled(site.load.activeColumn, site.load.peakActiveKw),
    ...(site.heatPump ? [scaled(site.heatPump.activeColumn, site.heatPump.peakActiveKw)] : []),
    ...(site.ev ? [scaled(site.ev.activeColumn, site.ev.chargingPowerKw)] : []),
  ];
  const generation = new Map<'solar' | 'wind', Float64Array>();
  if (site.pv) generation.set('solar', scaled(site.pv.activeColumn, site.pv.peakKwp));
  if (site.wind) generation.set('wind', scaled(site.wind.activeColumn, site.wind.ratedKw));

  const net = new Float64Array(profiles.rows).map(
    (_, row) => sumAt(consumption, row) - sumAt([...generation.values()], row),
  );
  return {
    import: wholeWattHours(net.map((energy) => Math.max(0, energy))),
    export: wholeWattHours(net.map((energy) => Math.max(0, -energy))),
    generation: new Map([...generation].map(([source, energy]) => [source, wholeWattHours(energy)])),
  };
}

function sumAt(series: readonly Float64Array[], row: number): number {
  return series.reduce((sum, values) => sum + (values[row] ?? 0), 0);
}

function wholeWattHours(energies: Float64Array): number[] {
  let rest = 0;
  return Array.from(energies, (energy) => {
    const whole = Math.floor(energy + rest);
    rest += energy - whole;
    return whole;
  });
}
