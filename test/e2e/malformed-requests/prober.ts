import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { OpenApiDocument } from './json-schema.ts';

/** What a gateway answered to a request that it should not have been sent. */
export interface Answer {
  readonly status: number;
  /** Of the problem; `none` for what is no problem. */
  readonly code: string;
}

export type Body = string | Uint8Array<ArrayBuffer> | ReadableStream;

export interface Probe {
  readonly method?: string;
  /** As in the document, parameters filled in; may have a query. */
  readonly path: string;
  readonly body?: Body;
  /** `undefined` leaves out what would be sent by itself: token, key, content type. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

const AT_ONCE = 8;
const PROBLEM = 'application/problem+json';

/** Sends what nobody should send, and holds every answer to what a refusal must look like. */
export class Prober {
  readonly #url: string;
  readonly #token: string;
  readonly #codes: ReadonlySet<string>;
  sent = 0;

  constructor(url: string, token: string, { components }: OpenApiDocument) {
    this.#url = url;
    this.#token = token;
    this.#codes = new Set(components.schemas.Problem.properties.code.enum);
  }

  /** @throws AssertionError unless it is taken, or refused by a problem: 4xx, or 503 that says when to come back */
  async send({ method = 'POST', path, body, headers = {} }: Probe): Promise<Answer> {
    const usual = {
      authorization: `Bearer ${this.#token}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    };
    const all = Object.entries<string | undefined>({ ...usual, ...headers });
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: all.flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      ),
      // A stream is sent in chunks, whose sum the gateway learns last.
      ...(body !== undefined && { body, duplex: 'half' }),
    });
    this.sent += 1;
    const text = await response.text();
    if (response.ok) return { status: response.status, code: 'none' };
    return { status: response.status, code: this.#codeOf(response, text, `${method} ${path}`) };
  }

  /** Sends all of them, some at once; the answers in order. */
  async sendAll<Item extends Probe>(probes: readonly Item[]): Promise<(Item & { answer: Answer })[]> {
    const answers = new Array<Item & { answer: Answer }>(probes.length);
    const next = probes.entries();
    const work = async (): Promise<void> => {
      for (const [at, probe] of next) answers[at] = { ...probe, answer: await this.send(probe) };
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return answers;
  }

  #codeOf(response: Response, text: string, request: string): string {
    const { status } = response;
    const context = `${request}: ${status} ${text.slice(0, 300)}`;
    assert.ok((status >= 400 && status < 500) || status === 503, context);
    if (status === 503) assert.match(response.headers.get('retry-after') ?? '', /^[0-9]+$/, context);
    assert.ok(response.headers.get('content-type')?.startsWith(PROBLEM), context);
    const problem = JSON.parse(text) as Record<string, unknown>;
    assert.equal(problem.status, status, context);
    assert.ok(this.#codes.has(String(problem.code)), context);
    assert.ok(String(problem.requestId) === response.headers.get('x-request-id'), context);
    return String(problem.code);
  }
}
