import type { IncomingMessage } from 'node:http';
import { Problem } from '../problem/problem.ts';

/**
 * The text of a body as it comes. A sender that lets nothing come for so long is cut off.
 *
 * @param controller is aborted when the body ends early
 * @throws from the iteration: Problem REQUEST_MALFORMED for what is not UTF-8
 */
export async function* utf8Pieces(
  request: IncomingMessage,
  idleMs: number,
  controller: AbortController,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (error) {
      throw new Problem('REQUEST_MALFORMED', 'body: not in UTF-8', { cause: error });
    }
  };
  let timer = setTimeout(() => request.destroy(), idleMs);
  try {
    for await (const chunk of request) {
      clearTimeout(timer);
      yield decode(chunk as Buffer);
      timer = setTimeout(() => request.destroy(), idleMs);
    }
  } catch (error) {
    if (!(error instanceof Problem)) controller.abort();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  yield decode();
}
