import process from 'node:process';

const CAUGHT = ['uncaughtException', 'unhandledRejection'] as const;

type ProcessListener = (...args: unknown[]) => void;

const listenersOf = (name: (typeof CAUGHT)[number]): ProcessListener[] =>
  process.listeners(name as never) as ProcessListener[];

/**
 * Does the work, and removes the listeners for uncaught errors that it registers: the loggers of fabric-shim swallow
 * the uncaught errors of the whole process, and in a test run failures would pass unseen.
 */
export async function withoutNewErrorListeners<T>(work: () => Promise<T>): Promise<T> {
  const before = new Set(CAUGHT.flatMap(listenersOf));
  try {
    return await work();
  } finally {
    for (const name of CAUGHT) {
      for (const listener of listenersOf(name)) {
        if (!before.has(listener)) process.removeListener(name, listener);
      }
    }
  }
}
