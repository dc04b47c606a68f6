import type { SchemeTerms } from '@commonwatt/chaincode/domain';

/** What the week is played under. Prices in millionths of the currency per kWh, money in billionths. */
export const REGION = 'ieee33';

export const SCHEME: SchemeTerms = {
  id: 'REC',
  version: 1,
  name: 'Renewable energy certificate',
  aliases: ['GO', 'REGO', 'LGC', 'I-REC'],
  unitWh: 1_000_000,
  sources: ['solar', 'wind', 'hydro', 'biogas'],
  regions: [REGION],
  expirySec: 365 * 86_400,
  // Recorded weeks are played long after they happened, so first readings may come late.
  reportingWindowSec: 90 * 86_400,
  retirementPurposes: ['compliance', 'voluntary'],
  beneficiaryRequired: false,
  issuingBody: 'Regulator',
  emissionFactors: { solar: 0, wind: 0, hydro: 0, biogas: 0 },
};

/** The utility deposits 20,000 of the currency. */
export const DEPOSIT = '20000000000000';
/** It takes offers up to 52 per MWh, and bids 50 on dearer ones. */
export const HIGHEST_TAKEN = 52_000;
export const BID_PRICE = 50_000;
/** A seller accepts a bid that is at most 5 per MWh below its ask. */
export const CONCESSION = 5_000;
/** Offers and bids of the week stay open this long. */
export const MARKET_OPEN_SEC = 30 * 86_400;
