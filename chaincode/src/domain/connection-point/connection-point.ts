import { z } from 'zod';
import { accountId, assetId, formatVersion, text } from '../identifier';
import { meter } from '../meter/meter';
import { watts } from '../quantity';
import { registration } from '../registration/registration';

/** Most devices behind one connection point. */
export const MAX_DEVICES = 64;

/** Where a member meets the grid. Energy is traded and settled on its import and export registers. */
export const connectionPoint = z.strictObject({
  v: formatVersion,
  id: assetId,
  owner: accountId,
  feeder: text,
  bus: z.int().min(0).max(1_000_000),
  importLimitW: watts,
  exportLimitW: watts,
  meter,
  /** Devices behind it, in order of submission; rejected ones leave it. */
  devices: z.array(assetId).max(MAX_DEVICES),
  /** Capacity of the device without a meter that is alone behind it: no more can be exported. */
  unmeteredW: watts.optional(),
  ...registration,
});
export type ConnectionPoint = z.infer<typeof connectionPoint>;
