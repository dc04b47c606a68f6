import type { Profiles } from './profiles.ts';
import { registersOf } from './registers.ts';
import type { Site } from './sites.ts';

/** A connection point whose meter cannot sign: the co-operative's collector attests what it reads. */
export interface CollectedPoint {
  /** The same in every network. */
  readonly id: string;
  readonly site: Site;
  /** Wh of each interval of the week. */
  readonly import: readonly number[];
}

/** Riverside's own house, no household: its id on the ledger may tell what it is. */
const HALL_ID = 'riverside-hall';
const HALL: Site = {
  site: 'hall',
  bus: 10,
  role: 'community hall',
  load: { activeColumn: 'G2-A_pload', peakActiveKw: 16 },
};

export function communityHall(profiles: Profiles): CollectedPoint {
  return { id: HALL_ID, site: HALL, import: registersOf(HALL, profiles).import };
}
