/** Requests that come when they come, whether those before are answered or not. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../../benchmark/seeded-random.ts';

export interface Arrivals {
  readonly perSecond: number;
  readonly seconds: number;
  readonly random: SeededRandom;
}

const MS_PER_SECOND = 1000;
const FINE = 1 << 30;

/**
 * A Poisson process: sends each request at its time, or as soon as this process can, and waits for all.
 *
 * @param send told when the request was due, a time of performance.now(), so that lateness of the sender counts
 */
export async function arrive(
  { perSecond, seconds, random }: Arrivals,
  send: (dueMs: number) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  const end = begun + seconds * MS_PER_SECOND;
  const sent: Promise<void>[] = [];
  const nextGapMs = () => (-Math.log(random.integer(1, FINE) / FINE) * MS_PER_SECOND) / perSecond;
  for (let dueMs = begun + nextGapMs(); dueMs < end; dueMs += nextGapMs()) {
    const early = dueMs - performance.now();
    if (early > 0) await pause(early);
    sent.push(send(dueMs));
  }
  await Promise.all(sent);
}
