/** The process is being stopped; what is unresolved stays so until the next start. */
export class Stopped extends Error {
  constructor() {
    super('the gateway is stopping');
    this.name = 'Stopped';
  }
}

/** @throws Stopped when `signal` is or gets aborted */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new Stopped());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** A transaction may have been broadcast, and its fate could not be recorded: it is resolved at the next start. */
export class Unresolved extends Error {
  constructor(options: ErrorOptions) {
    super('the fate of a transaction could not be recorded', options);
    this.name = 'Unresolved';
  }
}

/**
 * How long to wait before attempt number `attempt` (0, 1, ...): doubling from `firstMs` up to `longestMs`, of which a
 * random half, so that those who clashed once do not clash again.
 */
export function backoffMs(attempt: number, firstMs: number, longestMs: number): number {
  const full = Math.min(firstMs * 2 ** attempt, longestMs);
  return full / 2 + Math.random() * (full / 2);
}
