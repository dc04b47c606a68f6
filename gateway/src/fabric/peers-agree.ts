import { setTimeout as pause } from 'node:timers/promises';
import { Conflict } from './errors.ts';
import { backoffMs } from './pause.ts';

const ATTEMPTS = 7;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;

/**
 * Asks again while peers answer differently: for a moment after each block, some have it and others do not. For what is
 * only asked; within three seconds.
 *
 * @throws Conflict when they still do not agree
 */
export async function untilPeersAgree<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === ATTEMPTS - 1) throw error;
    }
    await pause(backoffMs(attempt, FIRST_PAUSE_MS, LONGEST_PAUSE_MS));
  }
}
