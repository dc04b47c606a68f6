import type { Site } from './sites.ts';

/** Who plays in the week: each site is a member of one of two co-operatives. */
export interface Household {
  readonly site: Site;
  readonly cooperative: 'Riverside' | 'Hillside';
  readonly kind: 'prosumer' | 'consumer';
  /** Asking price of its certificates, millionths of the currency per kWh. */
  readonly ask: number;
}

/** Riverside is the trunk of the feeder up to bus 18, Hillside its laterals. */
const LAST_RIVERSIDE_BUS = 18;
/** 42 to 57 per MWh, in steps of 1.50: small producers ask for different prices, in the order of their sites. */
const LOWEST_ASK = 42_000;
const ASK_STEP = 1_500;
const ASK_STEPS = 11;

export function populate(sites: readonly Site[]): Household[] {
  return sites.map((site, index) => ({
    site,
    cooperative: site.bus <= LAST_RIVERSIDE_BUS ? 'Riverside' : 'Hillside',
    kind: (site.pv ?? site.wind) ? 'prosumer' : 'consumer',
    ask: LOWEST_ASK + ASK_STEP * ((index * 7) % ASK_STEPS),
  }));
}
