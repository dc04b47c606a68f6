import { z } from 'zod';
import { source, type Source } from '../device/device';
import { formatVersion, text } from '../identifier';

export const schemeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,29}$/);
export const schemeVersion = z.int().min(1).max(9999);
export const schemeRef = z.strictObject({ id: schemeId, version: schemeVersion });
export type SchemeRef = z.infer<typeof schemeRef>;

/** Grams of CO2 equivalent per MWh. */
const emissionFactor = z.int().min(0).max(10_000_000).optional();
const emissionFactors = z.strictObject({
  solar: emissionFactor,
  wind: emissionFactor,
  hydro: emissionFactor,
  biogas: emissionFactor,
  biomass: emissionFactor,
  geothermal: emissionFactor,
  marine: emissionFactor,
  storage: emissionFactor,
} satisfies Record<Source, unknown>);

/** Rules of a certificate: what a unit is, who may earn it, how it ends. */
export const schemeTerms = z.strictObject({
  id: schemeId,
  version: schemeVersion,
  name: text,
  aliases: z.array(text).max(10),
  /** 1,000,000 for REC, GO, REGO, LGC, I-REC; 1 for granular certificates. */
  unitWh: z.int().min(1).max(1_000_000_000),
  sources: z.array(source).min(1).max(8),
  regions: z.array(text).min(1).max(50),
  /** Certificates end this long after their production period; null: never. */
  expirySec: z.int().min(1).max(3_153_600_000).nullable(),
  /** First readings count when they arrive within this time after the interval's end. */
  reportingWindowSec: z.int().min(1).max(315_360_000),
  retirementPurposes: z.array(text).min(1).max(20),
  beneficiaryRequired: z.boolean(),
  issuingBody: text,
  /** By source. */
  emissionFactors,
});
export type SchemeTerms = z.infer<typeof schemeTerms>;

export const scheme = schemeTerms.extend({ v: formatVersion });
export type Scheme = z.infer<typeof scheme>;
