import { z } from 'zod';
import { accountId, assetId, formatVersion, text } from '../identifier';
import { meter } from '../meter/meter';
import { epochSeconds, wattHours, watts } from '../quantity';
import { registration } from '../registration/registration';

/** Energy source of a device. */
export const source = z.enum([
  'solar',
  'wind',
  'hydro',
  'biogas',
  'biomass',
  'geothermal',
  'marine',
  'storage',
]);
export type Source = z.infer<typeof source>;

export const supportStatus = z.enum(['none', 'investment', 'production', 'both']);

/** A generating or storing device behind a connection point. Certificates come from its register. */
export const device = z.strictObject({
  v: formatVersion,
  id: assetId,
  owner: accountId,
  point: assetId,
  source,
  technology: text,
  capacityW: watts,
  storage: z.strictObject({ capacityWh: wattHours, efficiencyPpm: z.int().min(1).max(1_000_000) }).optional(),
  commissionedAt: epochSeconds,
  supportStatus,
  region: text,
  /** Null: the device has no meter of its own, and only the export of its connection point is certified. */
  meter: meter.nullable(),
  ...registration,
});
export type Device = z.infer<typeof device>;
