import { z } from 'zod';
import { accountId, formatVersion, outputId, requestId, sha256, text } from '../identifier';
import { epochSeconds, positiveMoney } from '../quantity';

export const coinState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('held'), by: z.enum(['bid', 'hold', 'burn']), id: requestId }),
]);

/** Deposit money: spent whole, never changed. Minted - burned = sum of all coins. */
export const coin = z.strictObject({
  v: formatVersion,
  id: outputId,
  owner: accountId,
  amount: positiveMoney,
  state: coinState,
});
export type Coin = z.infer<typeof coin>;

/** Coins, each named once; none where nothing is due. */
export const coinIdsOrNone = z
  .array(outputId)
  .max(100)
  .refine((ids) => new Set(ids).size === ids.length, 'names a coin twice')
  .meta({ uniqueItems: true });
export const coinIds = coinIdsOrNone.min(1);
export const paymentOutput = z.strictObject({ account: accountId, amount: positiveMoney });

/** Coins in, coins out, of equal sum. Change and merging are outputs to the payer itself. */
export const payment = z.strictObject({
  v: formatVersion,
  id: requestId,
  from: accountId,
  inputs: coinIds,
  outputs: z.array(paymentOutput).min(1).max(20),
  reference: text.optional(),
  at: epochSeconds,
  commandHash: sha256,
});
export type Payment = z.infer<typeof payment>;

/** Money of `payer` kept for `payee`, who captures it; the payer gets back what is not captured by the expiry. */
export const hold = z.strictObject({
  v: formatVersion,
  id: requestId,
  payer: accountId,
  payee: accountId,
  amount: positiveMoney,
  expiresAt: epochSeconds,
  status: z.enum(['open', 'captured', 'released']),
  captured: positiveMoney.optional(),
  reference: text.optional(),
  at: epochSeconds,
  commandHash: sha256,
});
export type Hold = z.infer<typeof hold>;
