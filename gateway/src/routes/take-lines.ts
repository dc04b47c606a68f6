import type { Request } from 'express';
import { z } from 'zod';
import { malformed } from '../problem/from-error.ts';
import { Problem } from '../problem/problem.ts';
import {
  acceptBatch,
  knownBatch,
  refused,
  type BulkRequest,
  type ItemVerdict,
} from '../services/bulk-batch.ts';
import type { Services } from '../services/services.ts';
import { liftArrivalLimit } from './arrival.ts';
import { LINES_CONTENT, type Endpoint, type LinesBody, type Received, type Reply } from './endpoint.ts';
import { IDLE_MS, streamAnswer, type Piece } from './streamed-answer.ts';
import { TextLines, type TextLine } from './text-lines.ts';

/** Lines that become one command, and bytes of these. */
const BATCH_LINES = 100;
const BATCH_BYTES = 90_000;
/** Batches without an answer: no more lines are read meanwhile. */
const UNANSWERED_BATCHES = 8;
/** A batch waits this long for more lines. */
const GATHER_MS = 200;

/** What every kind of verdict has. */
export const LINE_VERDICT = {
  line: z.int().min(1).describe('Number of the line in the request, from 1'),
  code: z.string().optional().describe('Why it was refused'),
  detail: z.string().optional(),
  blockNumber: z.int().optional().describe('A block from which on the ledger holds it'),
};

/** An item, or why the line has none; blank lines have neither. */
type Read = { readonly line: number } & (
  { readonly item: unknown } | { readonly refusal: ItemVerdict } | { readonly blank: true }
);

/**
 * Takes the lines of a request, in commands of up to a hundred, and answers each with its verdict, in order. Lines are
 * read no faster than they are answered. The same request with the same idempotency key becomes the same commands, so
 * it gets the same verdicts.
 *
 * @throws Unavailable when too many such requests are under way
 * @throws what the endpoint refuses the sender with
 */
export async function takeLines(
  { body }: Endpoint,
  services: Services,
  { principal, query, idempotencyKey }: Received,
  request: Request,
): Promise<Reply> {
  const lines = body?.lines;
  if (lines === undefined || principal === null)
    throw new RangeError('lines come from somebody, for something');
  if ((query as { dryRun?: boolean }).dryRun === true)
    throw new Problem('REQUEST_MALFORMED', 'query.dryRun: not for lines');
  const { account } = principal;
  const submit = await lines.open(services, principal);
  const controller = services.bulkRequests.begin(account, idempotencyKey);
  const intake = new LineIntake(services, lines, controller, {
    ...{ account, idempotencyKey, submit },
    signal: controller.signal,
  });
  return {
    status: 200,
    stream: async (response) => {
      try {
        liftArrivalLimit(request);
        const answer = { content: LINES_CONTENT, atOnce: UNANSWERED_BATCHES };
        await streamAnswer(response, controller, answer, intake.take(request));
      } finally {
        services.bulkRequests.end(controller);
      }
    },
  };
}

/** One request's lines. */
class LineIntake {
  readonly #services: Services;
  readonly #lines: LinesBody;
  /** Aborted when the connection is closed, or the gateway stops. */
  readonly #controller: AbortController;
  readonly #bulk: BulkRequest;

  constructor(services: Services, lines: LinesBody, controller: AbortController, bulk: BulkRequest) {
    this.#services = services;
    this.#lines = lines;
    this.#controller = controller;
    this.#bulk = bulk;
  }

  /** Takes batch after batch; each piece is the verdicts of one. */
  async *take(request: Request): AsyncGenerator<Piece> {
    const source = new TextLines(request, this.#lines.maxLineBytes);
    for (;;) {
      const batch = await this.#nextBatch(source);
      if (batch === undefined || this.#bulk.signal.aborted) return;
      yield await this.#accept(batch);
    }
  }

  /** The lines of the next batch; undefined when there are no more. */
  async #nextBatch(source: TextLines): Promise<Read[] | undefined> {
    const first = await source.peek(IDLE_MS);
    if (typeof first === 'string') {
      if (first !== 'end') this.#controller.abort();
      return undefined;
    }
    const known = await knownBatch(this.#services, this.#bulk, first.number);
    const gatherUntil = Date.now() + GATHER_MS;
    const batch: TextLine[] = [];
    let bytes = 0;
    while (batch.length < (known ?? BATCH_LINES)) {
      const line = await source.peek(known === undefined ? gatherUntil - Date.now() : IDLE_MS);
      if (typeof line === 'string') break;
      bytes += line.bytes?.length ?? 0;
      if (bytes > BATCH_BYTES && batch.length > 0) break;
      batch.push(line);
      source.take();
    }
    return batch.map((line) => readLine(line, this.#lines));
  }

  /** Has a batch accepted, and answers how to wait for its verdicts, by their lines in order. */
  async #accept(batch: readonly Read[]): Promise<Piece> {
    const items = batch.flatMap((read) => ('item' in read ? [read] : []));
    const refusals = batch.flatMap((read): [number, ItemVerdict][] =>
      'refusal' in read ? [[read.line, read.refusal]] : [],
    );
    const range = { firstLine: batch[0]?.line ?? 1, lines: batch.length };
    const content = items.map(({ item }) => item);
    const judge = await acceptBatch(this.#services, this.#bulk, range, content);
    return async () => {
      const judged = await judge();
      const verdicts = judged.flatMap((verdict, index): [number, ItemVerdict][] => {
        const read = items[index];
        return read === undefined ? [] : [[read.line, verdict]];
      });
      return [...refusals, ...verdicts]
        .sort(([one], [other]) => one - other)
        .map(([line, verdict]) => `${JSON.stringify({ line, ...verdict })}\n`)
        .join('');
    };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

function readLine({ number, bytes }: TextLine, { item, maxLineBytes }: LinesBody): Read {
  if (bytes === null)
    return { line: number, refusal: refused('BODY_TOO_LARGE', `a line has at most ${maxLineBytes} bytes`) };
  let content: unknown;
  try {
    const text = utf8.decode(bytes);
    if (text.trim() === '') return { line: number, blank: true };
    content = JSON.parse(text);
  } catch {
    return { line: number, refusal: refused('REQUEST_MALFORMED', 'line: not JSON in UTF-8') };
  }
  const parsed = item.safeParse(content);
  if (parsed.success) return { line: number, item: parsed.data };
  const { code, detail } = malformed('line', parsed.error);
  return { line: number, refusal: refused(code, detail) };
}
