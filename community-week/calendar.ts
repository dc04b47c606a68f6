const WEEK_SEC = 7 * 86_400;

/**
 * Shifts a recorded week by whole weeks so that it ends before `now`, keeping weekdays and times of day.
 *
 * @param start start of the recorded week, epoch seconds
 * @param now epoch seconds
 * @returns start of the shifted week, epoch seconds
 */
export function shiftToBefore(start: number, now: number): number {
  return start + Math.floor((now - start - WEEK_SEC) / WEEK_SEC) * WEEK_SEC;
}
