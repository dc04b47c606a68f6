import type { Response } from 'express';
import { EVENT_STREAM_CONTENT } from './endpoint.ts';
import { writePaced } from './paced-write.ts';
import { beginStream } from './streamed-answer.ts';

/** A client that takes nothing for so long is cut off; it resumes where it was. */
const STUCK_MS = 30_000;

/** Writes server-sent events, never more than the connection takes. */
export class EventStreamWriter {
  readonly #response: Response;
  readonly #signal: AbortSignal;

  /** @param controller aborted when the connection is closed */
  constructor(response: Response, controller: AbortController) {
    this.#response = response;
    this.#signal = controller.signal;
    beginStream(response, controller, EVENT_STREAM_CONTENT);
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
