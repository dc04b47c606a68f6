import type { components } from './openapi.ts';
import { pause } from './pause.ts';
import { ProblemError, retryAfterMs, type ProblemDetails } from './problem-error.ts';

/** A record that is new or has changed. */
export type LedgerEvent = components['schemas']['StreamEventsAnswer'];

export interface EventsRequest {
  /** Id of the last event seen; `0.0.0` begins with the ledger. Default: what happens from now on. */
  readonly after?: string;
  /** Only changes of records of these types. */
  readonly types?: readonly LedgerEvent['type'][];
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 4_000;
const UNAVAILABLE = 503;
const TOO_MANY_REQUESTS = 429;
/** A gateway gives a sign of life every 15 s. */
const SILENT_MS = 45_000;
/** No message of a gateway is longer; a stream without an end of line must not fill the memory. */
const LONGEST_MESSAGE = 100_000;

/** A message of a stream: an event, or only the id to resume from. */
interface Message {
  readonly id: string | undefined;
  readonly data: string | undefined;
}

/**
 * Events of a gateway, once and in order, for ever: a stream that ends or is cut off is asked for again from the last id.
 *
 * @throws ProblemError when the gateway refuses
 */
export async function* eventsOf(
  { url, token }: { readonly url: string; readonly token: string },
  { after, types = [], signal = new AbortController().signal }: EventsRequest,
): AsyncGenerator<LedgerEvent> {
  const query = types.map((type) => `type=${encodeURIComponent(type)}`).join('&');
  const address = `${url.replace(/\/+$/, '')}/v1/events${query === '' ? '' : `?${query}`}`;
  let last = after;
  let failures = 0;
  const isOver = () => signal.aborted;
  while (!isOver()) {
    const silence = new Silence(signal);
    let notBeforeMs = 0;
    try {
      const answer = await fetch(address, {
        headers: { Authorization: `Bearer ${token}`, ...(last !== undefined && { 'Last-Event-ID': last }) },
        signal: silence.signal,
      });
      if (!answer.ok) throw await refusalOf(answer);
      for await (const { id, data } of messagesOf(answer.body, () => silence.heard())) {
        failures = 0;
        last = id ?? last;
        if (data !== undefined) yield JSON.parse(data) as LedgerEvent;
      }
    } catch (error) {
      if (isOver()) return;
      if (error instanceof ProblemError) {
        if (!mayPass(error)) throw error;
        notBeforeMs = error.retryAfterMs;
      }
    } finally {
      silence.end();
    }
    await pauseBefore(failures++, notBeforeMs, signal);
  }
}

function mayPass({ status }: ProblemError): boolean {
  return status === UNAVAILABLE || status === TOO_MANY_REQUESTS;
}

async function refusalOf(answer: Response): Promise<Error> {
  const content: unknown = await answer.json().catch(() => undefined);
  const isProblem = typeof content === 'object' && content !== null && 'code' in content;
  if (isProblem) return new ProblemError(content as ProblemDetails, retryAfterMs(answer));
  return new Error(`${answer.url} answered ${answer.status} without a problem`);
}

/** Aborts its signal when nothing was heard for a while, or the outer one is aborted. */
class Silence {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #abort = () => this.#controller.abort();
  #timer: ReturnType<typeof setTimeout>;

  constructor(outer: AbortSignal) {
    this.#outer = outer;
    outer.addEventListener('abort', this.#abort);
    this.#timer = setTimeout(this.#abort, SILENT_MS);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#abort, SILENT_MS);
  }

  /** Also closes the connection. */
  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#abort);
    this.#abort();
  }
}

/** Messages of server-sent events, as far as a gateway uses them: `id`, `data` on one line, comments. */
async function* messagesOf(
  body: ReadableStream<Uint8Array> | null,
  heard: () => void,
): AsyncGenerator<Message> {
  if (body === null) return;
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    heard();
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    if (text.length > LONGEST_MESSAGE) throw new Error('a message of the event stream does not end');
    for (const part of parts) yield messageOf(part);
  }
}

function messageOf(text: string): Message {
  const fields = new Map(
    text.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  return { id: fields.get('id'), data: fields.get('data') };
}

async function pauseBefore(attempt: number, notBeforeMs: number, signal: AbortSignal): Promise<void> {
  const ms = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
  await pause(Math.max(ms, notBeforeMs), signal);
}
