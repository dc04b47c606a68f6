import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../network/operator-error.ts';

const TRY_EVERY_MS = 50;

/** Something did not happen in time. */
export class TimedOut extends OperatorError {
  override readonly name = 'TimedOut';
}

interface Options {
  readonly describe?: (error: unknown) => string;
  readonly signal?: AbortSignal;
}

/**
 * Tries until `attempt` gives something other than undefined or false. An attempt that throws counts as "not yet".
 *
 * @param options.describe how to tell what the last attempt threw
 * @param options.signal ends the waiting when it is aborted
 * @throws TimedOut with what the last attempt threw; the signal's reason
 */
export async function awaitUntil<T>(
  what: string,
  timeoutMs: number,
  attempt: () => Promise<T | undefined | false>,
  { describe = messageOf, signal }: Options = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
