import createClient from 'openapi-fetch';
import type { Horizon } from './horizon.ts';
import type { paths } from './openapi.ts';
import { pause } from './pause.ts';
import { ProblemError, retryAfterMs, Unanswered, type ProblemDetails } from './problem-error.ts';

/** One request, not yet bound to a path's types. */
export interface Sent {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly pathParameters?: object | undefined;
  readonly query?: object | undefined;
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  /** Media type to be answered as a stream. */
  readonly stream?: string;
}

export interface Answered {
  readonly status: number;
  readonly data: unknown;
}

export interface TransportOptions {
  readonly url: string;
  readonly token: string;
  readonly horizon: Horizon;
  readonly patienceMs: number;
  readonly answerMs: number;
}

/** As openapi-fetch gives it. */
interface FetchAnswer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 4_000;
/** The gateway is busy, or the account has asked too much: the same request may come again. */
const MAY_COME_AGAIN: ReadonlySet<number> = new Set([429, 503]);

/** Sends requests until there is an answer. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #send: (sent: Sent, headers: Record<string, string>) => Promise<FetchAnswer>;

  constructor(options: TransportOptions) {
    this.#options = options;
    const api = createClient<paths>({ baseUrl: options.url.replace(/\/+$/, '') });
    this.#send = async ({ method, path, pathParameters, query, body, stream }, headers) => {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), options.answerMs);
      const init = {
        params: { path: pathParameters, query },
        headers,
        body,
        signal: late.signal,
        ...(stream !== undefined && { parseAs: 'stream' }),
        ...(body instanceof Uint8Array && { bodySerializer: (bytes: unknown) => bytes }),
      };
      // The caller's types hold path and parameters together; here any path may come.
      const answer: Promise<FetchAnswer> = api.request(method, path as never, init as never);
      // A stream may take longer than its beginning.
      return answer.finally(() => clearTimeout(timer));
    };
  }

  /**
   * Sends a request again, under the same idempotency key, while the gateway is away, busy or limits the account, or until
   * `isFinal`. Never before `Retry-After`: where that is beyond patience, it gives up at once.
   *
   * @throws ProblemError: of a 429 or 503 when patience is over, of any other at once; Unanswered
   */
  async send(sent: Sent, isFinal: (answer: Answered) => boolean = () => true): Promise<Answered> {
    const deadline = Date.now() + this.#options.patienceMs;
    for (let attempt = 0; ; attempt += 1) {
      const answered = await this.#try(sent);
      if (answered.kind === 'answer' && isFinal(answered)) return answered;
      const waitMs =
        answered.kind === 'away' ? Math.max(pauseMs(attempt), answered.retryAfterMs) : FIRST_PAUSE_MS;
      if (Date.now() + waitMs > deadline) {
        const failure = answered.kind === 'away' ? answered.failure : undefined;
        if (failure instanceof ProblemError) throw failure;
        throw new Unanswered(`${sent.method.toUpperCase()} ${sent.path}`, { cause: failure });
      }
      await pause(waitMs);
    }
  }

  async #try(
    sent: Sent,
  ): Promise<({ kind: 'answer' } & Answered) | { kind: 'away'; retryAfterMs: number; failure: unknown }> {
    let answer: FetchAnswer;
    try {
      answer = await this.#send(sent, this.#headers(sent));
    } catch (failure) {
      return { kind: 'away', retryAfterMs: 0, failure };
    }
    const { response, data, error } = answer;
    this.#options.horizon.see(Number(response.headers.get('commonwatt-block') ?? NaN));
    if (response.ok) return { kind: 'answer', status: response.status, data };
    const failure = problemIn(response, error);
    if (!MAY_COME_AGAIN.has(response.status)) throw failure;
    return {
      kind: 'away',
      retryAfterMs: retryAfterMs(response),
      failure,
    };
  }

  #headers({ body, idempotencyKey, stream }: Sent): Record<string, string> {
    const { token, horizon } = this.#options;
    return {
      Authorization: `Bearer ${token}`,
      ...(horizon.block >= 0 && { 'Commonwatt-Min-Block': String(horizon.block) }),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
      ...(stream !== undefined && { Accept: `${stream}, application/problem+json` }),
      ...(body instanceof Uint8Array && { 'Content-Type': 'application/octet-stream' }),
    };
  }
}

/** The problem details of an answer; something else than a gateway may have answered without any. */
function problemIn(response: Response, content: unknown): Error {
  const isProblem = typeof content === 'object' && content !== null && 'code' in content;
  if (isProblem) return new ProblemError(content as ProblemDetails, retryAfterMs(response));
  return new Error(`${response.url} answered ${response.status} without a problem`);
}

/** Doubles with each attempt, with some chance in it, so that clients do not come back in step. */
function pauseMs(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
}
