import { z } from 'zod';
import { accountId, formatVersion, requestId, sha256, text } from '../identifier';
import { epochSeconds, period, units, wattHours } from '../quantity';
import { schemeRef } from '../scheme/scheme';
import { pieces } from './holding';

/** Who the retirement is for: an account, or a salted commitment to personal data kept off the ledger. */
export const beneficiary = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), account: accountId }),
  z.strictObject({ kind: z.literal('commitment'), hash: sha256 }),
]);

/** Final use of certificates. */
export const retirement = z.strictObject({
  v: formatVersion,
  id: requestId,
  owner: accountId,
  scheme: schemeRef,
  pieces,
  units,
  energyWh: wattHours,
  purpose: text,
  beneficiary: beneficiary.optional(),
  /** Period of the consumption or obligation that it serves. */
  period,
  at: epochSeconds,
  commandHash: sha256,
});
export type Retirement = z.infer<typeof retirement>;

export const transfer = z.strictObject({
  v: formatVersion,
  id: requestId,
  from: accountId,
  to: accountId,
  pieces,
  units,
  at: epochSeconds,
  commandHash: sha256,
});
export type Transfer = z.infer<typeof transfer>;
