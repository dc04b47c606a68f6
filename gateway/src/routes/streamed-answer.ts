import type { Response } from 'express';
import { writePaced } from './paced-write.ts';

/** For a client that takes no answers; also what a client may pause for while it sends. */
export const IDLE_MS = 60_000;
/** Answers that wait to be sent: some clients send everything before they read. */
const WAITING_BYTES = 1_000_000;

/** A piece of an answer; called once, when there is room for it. */
export type Piece = () => Promise<string>;

/**
 * Answers 200 to a request that is still being read. Pieces are begun in their order, some at a time, and written in
 * it; no more is asked of the source meanwhile, so the request is read no faster than it is answered.
 *
 * @param controller aborted when the connection is closed; when it is aborted, the connection is cut, so that a client
 * whose request was not taken to its end does not think so
 * @param atOnce how many pieces may be under way
 */
export async function streamAnswer(
  response: Response,
  controller: AbortController,
  { content, atOnce }: { readonly content: string; readonly atOnce: number },
  pieces: AsyncIterable<Piece>,
): Promise<void> {
  const { signal } = controller;
  beginStream(response, controller, content);
  try {
    await writeInOrder(response, signal, atOnce, pieces);
  } catch (error) {
    if (!signal.aborted) {
      controller.abort();
      throw error;
    }
  }
  if (signal.aborted) response.destroy();
  else response.end();
}

/** Sends the headers of an answer that is written as it comes to be; from now on a closed connection aborts it. */
export function beginStream(response: Response, controller: AbortController, content: string): void {
  // It may be closed already.
  if (response.destroyed) controller.abort();
  response.on('close', () => controller.abort());
  response.status(200).set({
    'Content-Type': content,
    'Cache-Control': 'no-store',
    // Reverse proxies would gather it.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
}

async function writeInOrder(
  response: Response,
  signal: AbortSignal,
  atOnce: number,
  pieces: AsyncIterable<Piece>,
): Promise<void> {
  const pace = { waitingBytes: WAITING_BYTES, stuckMs: IDLE_MS, signal };
  const unwritten: Promise<void>[] = [];
  let written = Promise.resolve();
  const writeAfter = async (before: Promise<void>, text: Promise<string>) => {
    // Both are waited for at once, so that neither fails unheard.
    const [, known] = await Promise.all([before, text]);
    if (known !== '') await writePaced(response, known, pace);
  };
  for await (const piece of pieces) {
    if (signal.aborted) return;
    written = writeAfter(written, piece());
    // What fails is met where it is waited for, below or in the end.
    written.catch(() => undefined);
    unwritten.push(written);
    if (unwritten.length >= atOnce) await unwritten.shift();
  }
  await written;
}
