import type { IncomingMessage } from 'node:http';

/** Whoever sends a body slower than this is cut off. */
export const ARRIVAL_MS = 30_000;

const deadlines = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Cuts a request off whose body has not arrived in time. Heads have a limit of their own, which the server keeps. */
export function limitArrival(request: IncomingMessage): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return;
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, ARRIVAL_MS).unref();
  deadlines.set(request, timer);
  request.once('close', () => clearTimeout(timer));
}

/** For a request whose reader keeps a limit of its own. */
export function liftArrivalLimit(request: IncomingMessage): void {
  clearTimeout(deadlines.get(request));
}
