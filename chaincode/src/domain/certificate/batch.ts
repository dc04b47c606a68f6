import { z } from 'zod';
import { source, supportStatus } from '../device/device';
import { accountId, assetId, formatVersion, outputId, requestId, sha256, text } from '../identifier';
import { epochSeconds, period, units, wattHours } from '../quantity';
import { schemeRef } from '../scheme/scheme';

/** A place in a chain of profile blocks: the interval `index` of the block `sequence`. */
export const position = z.strictObject({ sequence: z.int().min(1), index: z.int().min(0) });
export type Position = z.infer<typeof position>;

/**
 * All energy of one device from one interval to another in order of (sequence, index), over any number of profile
 * blocks; or some or all of a single interval's. So energy takes little room however short the blocks are.
 */
export const segment = z.strictObject({
  device: assetId,
  /** The first interval. */
  from: position,
  /** Behind the last interval, in that one's block. */
  to: position,
  wh: wattHours,
  /** At least one of the values with energy is an estimate. */
  provisional: z.boolean(),
  /** From the earliest start to the latest end of the intervals with energy. */
  period,
  /** Of the profile block with the last interval; by the chain of blocks it stands for all before it, too. */
  hash: sha256,
});
export type Segment = z.infer<typeof segment>;

export const vintage = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/);

/** Certificates issued together; immutable. Units are numbered from 0 in the order of the segments. */
export const batch = z.strictObject({
  v: formatVersion,
  id: outputId,
  issuance: requestId,
  scheme: schemeRef,
  unitWh: z.int().min(1),
  units,
  segments: z.array(segment).min(1),
  source,
  technology: text,
  commissionedAt: epochSeconds,
  supportStatus,
  region: text,
  emissionFactor: z.int().min(0),
  issuingBody: text,
  period,
  /** UTC month of each unit's last Wh. */
  vintage,
  expiresAt: epochSeconds.nullable(),
  provisional: z.boolean(),
  owner: accountId,
});
export type Batch = z.infer<typeof batch>;

/** How far a device's readings have been used, and what is left over below a whole unit. */
export const cursor = z.strictObject({
  v: formatVersion,
  device: assetId,
  /** Next interval to use. */
  sequence: z.int().min(1),
  index: z.int().min(0),
  /** The scheme that the carried energy belongs to; null while nothing was issued. */
  scheme: schemeRef.nullable(),
  /** Part of an interval, or whole ones, or both in this order. */
  carry: z.array(segment).max(2),
});
export type Cursor = z.infer<typeof cursor>;

/** One use of a device's readings, whether it gave whole units or only carried. */
export const issuance = z.strictObject({
  v: formatVersion,
  id: requestId,
  device: assetId,
  owner: accountId,
  scheme: schemeRef,
  from: position,
  /** Next interval to use; the beginning of the next block when a block is used up. */
  to: position,
  /** Energy read in this range; units x unitWh + carried after = carried before + this. */
  energyWh: wattHours,
  units: z.int().min(0),
  carriedWh: wattHours,
  batches: z.array(outputId),
  at: epochSeconds,
  commandHash: sha256,
});
export type Issuance = z.infer<typeof issuance>;
