/** An operator who changes his mind, in the middle of `up`: what was begun is ended, and nothing more is begun. */
import { OperatorError } from '../network/operator-error.ts';

const LONG_MS = 3_600_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The operator has asked to stop. */
export class Interrupted extends OperatorError {
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted');
  }
}

/** Exit code of a program that an operator has stopped: that of SIGINT. */
export const INTERRUPTED_EXIT_CODE = 130;

/** Aborted by the first Ctrl-C (or its like); later ones change nothing, so that cleaning up is never cut short. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => controller.abort(new Interrupted()));
  return controller.signal;
}

/** What `work` gives, unless the signal is aborted first. The work itself is not ended. */
export async function unlessInterrupted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(new Interrupted());
    signal.addEventListener('abort', interrupt);
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

/** Keeps the process running until the signal is aborted. */
export async function untilInterrupted(signal: AbortSignal): Promise<void> {
  // Waiting for a signal alone does not keep Node running.
  const alive = setInterval(() => undefined, LONG_MS);
  try {
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    clearInterval(alive);
  }
}
