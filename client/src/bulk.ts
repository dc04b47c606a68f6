import { pause } from './pause.ts';
import { ProblemError, Unanswered, type ProblemDetails } from './problem-error.ts';
import type { TransportOptions } from './transport.ts';

const LINES = 'application/x-ndjson';
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 4_000;
const UNAVAILABLE = 503;
const TOO_MANY_REQUESTS = 429;
const MS_PER_SECOND = 1000;
/** Items are sent in pieces of about this size. */
const PIECE_LENGTH = 16_384;

export type Items<Item> = Iterable<Item> | AsyncIterable<Item>;

export interface BulkRequest<Item> {
  /** The items, the same ones in the same order whenever it is called: again after a connection was lost. */
  readonly items: () => Items<Item>;
  /** Default: a new one. */
  readonly idempotencyKey?: string;
}

/** What every verdict has. */
interface AnyVerdict {
  readonly line: number;
  readonly blockNumber?: number;
}

/**
 * Sends items one a line, and answers the verdicts one by one as they come. After a lost connection everything is sent
 * again under the same key, which does nothing twice; no verdict is given twice.
 *
 * @throws ProblemError when the gateway refuses the request; Unanswered when patience is over
 */
export async function* bulkOf<Verdict extends AnyVerdict>(
  options: TransportOptions,
  path: string,
  { items, idempotencyKey = crypto.randomUUID() }: BulkRequest<unknown>,
): AsyncGenerator<Verdict> {
  let last = 0;
  let deadline = Date.now() + options.patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    const progress: Progress = { sent: 0, isAllSent: false, failure: undefined };
    let failure: unknown;
    let retryAfterMs = 0;
    try {
      const answer = await send(options, path, idempotencyKey, linesOf(items(), progress));
      if (!answer.ok) throw await refusalOf(answer);
      for await (const verdict of verdictsOf<Verdict>(answer.body)) {
        if (verdict.line <= last) continue;
        last = verdict.line;
        // What goes forward deserves patience.
        deadline = Date.now() + options.patienceMs;
        if (verdict.blockNumber !== undefined) options.horizon.see(verdict.blockNumber);
        yield verdict;
      }
      if (progress.isAllSent && last === progress.sent) return;
      failure = new Error(`${last} of ${progress.sent} items were answered`);
    } catch (error) {
      // A busy gateway's problem comes as Busy.
      if (error instanceof ProblemError) throw error;
      // No sending again helps when the caller's own items cannot be read.
      if (progress.failure !== undefined) throw progress.failure;
      retryAfterMs = error instanceof Busy ? error.retryAfterMs : 0;
      failure = error instanceof Busy ? error.problem : error;
    }
    const waitMs = Math.max(pauseMs(attempt), retryAfterMs);
    if (Date.now() + waitMs > deadline) throw new Unanswered(`POST ${path}`, { cause: failure });
    await pause(waitMs);
  }
}

interface Progress {
  sent: number;
  isAllSent: boolean;
  failure: Error | undefined;
}

/** The gateway has no room for the request now. */
class Busy extends Error {
  readonly problem: Error;
  readonly retryAfterMs: number;

  constructor(problem: Error, retryAfterMs: number) {
    super(problem.message);
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

function send(
  { url, token, horizon }: TransportOptions,
  path: string,
  idempotencyKey: string,
  lines: AsyncGenerator<string>,
): Promise<Response> {
  const text = ReadableStream.from<string>(lines);
  return fetch(`${url.replace(/\/+$/, '')}${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': LINES,
      'Idempotency-Key': idempotencyKey,
      ...(horizon.block >= 0 && { 'Commonwatt-Min-Block': String(horizon.block) }),
    },
    body: text.pipeThrough(new TextEncoderStream()),
    duplex: 'half',
  });
}

async function* linesOf(items: Items<unknown>, progress: Progress): AsyncGenerator<string> {
  let piece = '';
  try {
    for await (const item of items) {
      piece += `${JSON.stringify(item)}\n`;
      progress.sent += 1;
      if (piece.length < PIECE_LENGTH) continue;
      yield piece;
      piece = '';
    }
  } catch (cause) {
    progress.failure = cause instanceof Error ? cause : new Error('the items could not be read', { cause });
    throw progress.failure;
  }
  progress.isAllSent = true;
  if (piece !== '') yield piece;
}

async function* verdictsOf<Verdict>(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Verdict> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Verdict;
  }
}

async function refusalOf(answer: Response): Promise<Error> {
  const content: unknown = await answer.json().catch(() => undefined);
  const isProblem = typeof content === 'object' && content !== null && 'code' in content;
  const problem = isProblem
    ? new ProblemError(content as ProblemDetails)
    : new Error(`${answer.url} answered ${answer.status} without a problem`);
  const seconds = Number(answer.headers.get('retry-after') ?? 0);
  const isBusy = answer.status === UNAVAILABLE || answer.status === TOO_MANY_REQUESTS;
  return isBusy ? new Busy(problem, seconds * MS_PER_SECOND || 0) : problem;
}

/** Doubles with each attempt, with some chance in it, so that clients do not come back in step. */
function pauseMs(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
}
