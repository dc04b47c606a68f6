import { setTimeout as pause } from 'node:timers/promises';
import { backoffMs } from '../fabric/pause.ts';

/** SQLSTATEs of a server that is not to be talked to now: lost connections, shutdowns, no connection left. */
const SQLSTATES = /^(?:08...|57P0[1-3]|53300)$/;
/** Of sockets and names (Node). */
const SYSTEM_CODES: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['EAI_AGAIN', 'ENOTFOUND'],
]);
/** What `pg` throws without a code. */
const MESSAGES =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Whether it was the connection to the server that failed: whether the statement was carried out is open. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return SQLSTATES.test(code) || SYSTEM_CODES.has(code);
  return MESSAGES.test(error.message);
}

/** Does work, which may be done twice, again and again while the connection to the server is lost. */
export async function outlastLostConnections<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      await pause(backoffMs(attempt, FIRST_PAUSE_MS, LONGEST_PAUSE_MS));
    }
  }
}
