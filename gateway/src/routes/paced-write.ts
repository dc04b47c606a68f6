import type { Response } from 'express';

interface Pace {
  /** Bytes that may wait to be sent. */
  readonly waitingBytes: number;
  /** A client that takes nothing for so long is cut off. */
  readonly stuckMs: number;
  /** Aborted when the connection is closed. */
  readonly signal: AbortSignal;
}

/** Writes, and resolves when the connection can take more, or is closed. */
export async function writePaced(response: Response, text: string, pace: Pace): Promise<void> {
  const { waitingBytes, stuckMs, signal } = pace;
  if (signal.aborted || response.write(text) || response.writableLength <= waitingBytes) return;
  await new Promise<void>((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      response.off('drain', settle).off('close', settle);
      signal.removeEventListener('abort', settle);
      resolve();
    };
    const timer = setTimeout(() => response.destroy(), stuckMs);
    response.on('drain', settle).on('close', settle);
    signal.addEventListener('abort', settle);
  });
}
