import { readFileSync } from 'node:fs';

interface Consumption {
  readonly activeColumn: string;
  readonly peakActiveKw: number;
}

/** One site of `data/community.json`: powers in kW, energies in kWh. */
export interface Site {
  readonly site: string;
  /** Bus of the feeder. */
  readonly bus: number;
  readonly role: string;
  readonly load: Consumption;
  readonly heatPump?: Consumption;
  readonly ev?: { readonly activeColumn: string; readonly chargingPowerKw: number };
  readonly pv?: { readonly activeColumn: string; readonly peakKwp: number };
  readonly wind?: { readonly activeColumn: string; readonly ratedKw: number };
  readonly battery?: {
    readonly energyKwh: number;
    readonly powerKw: number;
    readonly roundTripEfficiency: number;
  };
}

/** Reads the community's sites in the file's order. */
export function readSites(file: string | URL): Site[] {
  const community = JSON.parse(readFileSync(file, 'utf8')) as { sites: Site[] };
  return community.sites;
}
