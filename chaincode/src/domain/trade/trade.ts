import { z } from 'zod';
import { MAX_PIECES, piece, pieces } from '../certificate/holding';
import { accountId, formatVersion, requestId, sha256 } from '../identifier';
import { epochSeconds, money, price, units } from '../quantity';
import { schemeRef } from '../scheme/scheme';

/** Certificates for sale; their holdings are locked until the offer ends. */
export const offer = z.strictObject({
  v: formatVersion,
  id: requestId,
  seller: accountId,
  scheme: schemeRef,
  unitWh: z.int().min(1),
  /** What is left, in order of sale; empty once all is sold, withdrawn or expired. */
  pieces: z.array(piece).max(MAX_PIECES),
  offeredUnits: units,
  price,
  expiresAt: epochSeconds,
  status: z.enum(['open', 'filled', 'withdrawn', 'expired']),
  at: epochSeconds,
  commandHash: sha256,
});
export type Offer = z.infer<typeof offer>;

/** A buyer's price for units of an offer, with the money held. */
export const bid = z.strictObject({
  v: formatVersion,
  id: requestId,
  offer: requestId,
  buyer: accountId,
  units,
  price,
  amount: money,
  expiresAt: epochSeconds,
  status: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
  at: epochSeconds,
  commandHash: sha256,
});
export type Bid = z.infer<typeof bid>;

/** Delivery versus payment: certificates and money moved in one transaction. */
export const trade = z.strictObject({
  v: formatVersion,
  id: requestId,
  offer: requestId,
  bid: requestId.optional(),
  seller: accountId,
  buyer: accountId,
  scheme: schemeRef,
  pieces,
  units,
  price,
  amount: money,
  at: epochSeconds,
  commandHash: sha256,
});
export type Trade = z.infer<typeof trade>;
