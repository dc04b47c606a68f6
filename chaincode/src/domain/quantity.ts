import { z } from 'zod';

/**
 * Every quantity on the ledger is an integer in one fixed unit; nothing there is ever divided or rounded.
 * JSON carries money as a decimal string, because it outgrows 2^53.
 */

/** Energy in watt-hours. */
export type WattHours = number;
/** Active power in watts. */
export type Watts = number;
/** Price in millionths of the currency per kWh. */
export type Price = number;
/** Seconds since 1970-01-01T00:00:00Z. */
export type EpochSeconds = number;
/** Money in billionths of the currency (price x Wh), as a canonical decimal string without sign or leading zeros. */
export type Money = string;

const safe = Number.MAX_SAFE_INTEGER;

/** Last second of the year 9999. */
export const MAX_EPOCH_SECONDS = 253_402_300_799;

export const wattHours = z.int().min(0).max(safe).describe('Energy in Wh');
export const watts = z.int().min(0).max(1_000_000_000_000).describe('Power in W');
export const price = z
  .int()
  .min(0)
  .max(2_147_483_648)
  .describe('Price in millionths of the currency per kWh');
export const epochSeconds = z
  .int()
  .min(0)
  .max(MAX_EPOCH_SECONDS)
  .describe('Seconds since 1970-01-01T00:00:00Z');
/** Whole certificates of a scheme. */
export const units = z.int().min(1).max(1_000_000_000_000).describe('Whole certificates of the scheme');
export const unitIndex = z
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .describe('Position of a unit in its batch, from 0');
export const money = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,29})$/)
  .describe('Money in billionths of the currency, a decimal string');
export const positiveMoney = z
  .string()
  .regex(/^[1-9][0-9]{0,29}$/, 'must be more than 0')
  .describe('Money in billionths of the currency, a decimal string, more than 0');

/** Half-open period [start, end). */
export const period = z
  .strictObject({ start: epochSeconds, end: epochSeconds })
  .refine(({ start, end }) => start < end, 'start must be before end');
export type Period = z.infer<typeof period>;

/** From the earliest start to the latest end of one or more periods. */
export function hull(periods: readonly Period[]): Period {
  return periods.reduce((all, { start, end }) => ({
    start: Math.min(all.start, start),
    end: Math.max(all.end, end),
  }));
}

/** Sum of amounts of money. */
export function sumMoney(amounts: readonly Money[]): Money {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString();
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareMoney(a: Money, b: Money): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `a` - `b`; the caller has made sure that it is not negative. */
export function subtractMoney(a: Money, b: Money): Money {
  const difference = BigInt(a) - BigInt(b);
  if (difference < 0n) throw new RangeError('an amount of money cannot be negative');
  return difference.toString();
}

/** What `count` units of `unitWh` Wh cost at `pricePerKwh`: millionths per kWh x Wh = billionths. */
export function cost(pricePerKwh: Price, count: number, unitWh: WattHours): Money {
  return (BigInt(pricePerKwh) * BigInt(count) * BigInt(unitWh)).toString();
}
