import type { EpochSeconds } from '../quantity';

const SECONDS_PER_DAY = 86_400;
/** From 0000-03-01 to 1970-01-01. */
const DAYS_BEFORE_EPOCH = 719_468;
const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;

/**
 * UTC month of a time, as `YYYY-MM`. Integer arithmetic on the proleptic Gregorian calendar with years that begin in
 * March (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
 */
export function vintageOf(time: EpochSeconds): string {
  const days = Math.floor(time / SECONDS_PER_DAY) + DAYS_BEFORE_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days % DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
  return `${year.toString().padStart(4, '0')}-${month.toString().padStart(2, '0')}`;
}
