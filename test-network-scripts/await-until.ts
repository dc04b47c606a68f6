import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../network/operator-error.ts';

const TRY_EVERY_MS = 50;

/** Something did not happen in time. */
export class TimedOut extends OperatorError {
  override readonly name = 'TimedOut';
}

/**
 * Tries until `attempt` gives something other than undefined or false. An attempt that throws counts as "not yet".
 *
 * @param describe how to tell what the last attempt threw
 * @throws TimedOut with what the last attempt threw
 */
export async function awaitUntil<T>(
  what: string,
  timeoutMs: number,
  attempt: () => Promise<T | undefined | false>,
  describe: (error: unknown) => string = (error) => (error instanceof Error ? error.message : String(error)),
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    let reason = '';
    try {
      const result = await attempt();
      if (result !== undefined && result !== false) return result;
    } catch (error) {
      reason = `: ${describe(error)}`;
    }
    if (Date.now() > deadline)
      throw new TimedOut(`${what} did not happen within ${timeoutMs / 1000} s${reason}`);
    await sleep(TRY_EVERY_MS);
  }
}
