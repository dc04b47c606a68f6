import type { Response } from 'express';
import { EVENT_STREAM_CONTENT } from './endpoint.ts';
import { writePaced } from './paced-write.ts';

/** A client that takes nothing for so long is cut off; it resumes where it was. */
const STUCK_MS = 30_000;

/** Writes server-sent events, never more than the connection takes. */
export class EventStreamWriter {
  readonly #response: Response;
  readonly #signal: AbortSignal;

  /** @param signal aborted when the connection is closed */
  constructor(response: Response, signal: AbortSignal) {
    this.#response = response;
    this.#signal = signal;
    response.status(200).set({
      'Content-Type': EVENT_STREAM_CONTENT,
      'Cache-Control': 'no-store',
      // Reverse proxies would gather it.
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
  }

  event(id: string, data: object): Promise<void> {
    return this.#write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Tells that the connection lives, and from where to resume, without an event. */
  heartbeat(id: string): Promise<void> {
    return this.#write(`: heartbeat\nid: ${id}\n\n`);
  }

  async #write(text: string): Promise<void> {
    await writePaced(this.#response, text, { waitingBytes: 0, stuckMs: STUCK_MS, signal: this.#signal });
  }
}
