import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError, type ImportReceipt, type Resource } from '@commonwatt/client';
import type { Party } from './party.ts';
import type { WeekPlan } from './week-plan.ts';

const HEADER = 'subject,start,interval,register,value,quality';
/** A gateway that went away meanwhile is waited for before each. */
const ATTEMPTS = 20;
const PAUSE_MS = 1000;
/** The gateway cannot now, or somebody else has just imported some of it. */
const PASSING: ReadonlySet<string | undefined> = new Set(['UNAVAILABLE', 'BLOCK_OVERLAP']);
const MAY_COME_AGAIN: ReadonlySet<number> = new Set([429, 503]);

type Head = Pick<Resource<'/v1/connection-points/{id}/head'>, 'coveredUntil' | 'gaps'>;

/** The collector imports the hall's readings of the week, as far as the ledger does not have any of that time yet. */
export async function importHallReadings(collector: Party, plan: WeekPlan): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const head = await collector.client.get('/v1/connection-points/{id}/head', {
      path: { id: plan.hall.id },
    });
    const rows = unreportedRows(plan, head);
    const failure = rows.length === 0 ? undefined : await importOnce(collector, rows);
    if (failure === undefined) return;
    if (attempt === ATTEMPTS) throw failure;
    await pause(PAUSE_MS);
  }
}

/** Rows of the intervals of the week that lie behind covered time, or in a gap of it. */
export function unreportedRows(
  { hall, start, intervalSec }: WeekPlan,
  { coveredUntil, gaps }: Head,
): string[] {
  const isUnreported = (from: number): boolean =>
    coveredUntil === null ||
    from >= coveredUntil ||
    gaps.some((gap) => gap.start <= from && from + intervalSec <= gap.end);
  return hall.import.flatMap((wattHours, index) => {
    const from = start + index * intervalSec;
    return isUnreported(from) ? [`point/${hall.id},${from},${intervalSec},import,${wattHours},measured`] : [];
  });
}

/**
 * @returns why some rows are to be sent again
 * @throws Error for what no sending again helps against
 */
async function importOnce(collector: Party, rows: readonly string[]): Promise<Error | undefined> {
  let receipts: ImportReceipt[];
  try {
    receipts = await collector.importReadings([HEADER, ...rows].join('\n'));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof ProblemError && !MAY_COME_AGAIN.has(error.status)) throw error;
    return error;
  }
  const refused = receipts.find(({ verdict }) => verdict === 'refused');
  if (refused === undefined) return undefined;
  const problem = new Error(`${refused.subject}: ${refused.code ?? ''} ${refused.detail ?? ''}`);
  if (PASSING.has(refused.code)) return problem;
  throw problem;
}
