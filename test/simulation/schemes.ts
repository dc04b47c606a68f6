import type { SchemeTerms } from '@commonwatt/chaincode/domain';

/** Certificates of 1 kWh, so that energy is carried over. */
export const REC: SchemeTerms = {
  id: 'REC',
  version: 1,
  name: 'Renewable energy certificate',
  aliases: [],
  unitWh: 1000,
  sources: ['solar'],
  regions: ['valley'],
  expirySec: null,
  reportingWindowSec: 31_536_000,
  retirementPurposes: ['compliance', 'voluntary'],
  beneficiaryRequired: false,
  issuingBody: 'Regulator',
  emissionFactors: { solar: 0 },
};

/** Granular certificates of 1 Wh that expire within the sequence. */
export const GC: SchemeTerms = {
  ...REC,
  id: 'GC',
  name: 'Granular certificate',
  unitWh: 1,
  expirySec: 7200,
  beneficiaryRequired: true,
};
