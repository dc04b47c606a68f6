import { bulkOf, type BulkRequest } from './bulk.ts';
import { eventsOf, type EventsRequest, type LedgerEvent } from './event-stream.ts';
import { Horizon } from './horizon.ts';
import { importOf, type ImportReceipt, type ImportRequest } from './import-readings.ts';
import type {
  Accepted,
  BulkItem,
  BulkPath,
  BulkVerdict,
  CommandPath,
  Committed,
  Created,
  DryRun,
  FieldChoice,
  GetRequest,
  Item,
  ListPath,
  PathsOf,
  PostRequest,
  Resource,
  Sparse,
} from './shapes.ts';
import { Transport, type Answered, type Sent, type TransportOptions } from './transport.ts';

export interface ClientOptions {
  /** Of the gateway, without `/v1`. */
  readonly url: string;
  readonly token: string;
  /** Shared with the clients whose writes this one is to read. Default: its own. */
  readonly horizon?: Horizon;
  /** How long a request is sent again while the gateway is away, busy, or limits the account. Default: two minutes. */
  readonly patienceMs?: number;
  /** How long one answer may take before the request is sent again. Default: 90 s, longer than a gateway lets one wait. */
  readonly answerMs?: number;
}

const PATIENCE_MS = 120_000;
const ANSWER_MS = 90_000;
const ACCEPTED = 202;

/**
 * A client of one gateway in the name of one token. A request is sent again while the gateway cannot be reached or
 * answers 503 or 429, when its `Retry-After` says, and always under the same idempotency key: nothing is done twice.
 *
 * All methods throw ProblemError when the gateway refuses, and Unanswered when patience is over.
 */
export class CommonwattClient {
  readonly #options: TransportOptions;
  readonly #transport: Transport;

  constructor({
    url,
    token,
    horizon = new Horizon(),
    patienceMs = PATIENCE_MS,
    answerMs = ANSWER_MS,
  }: ClientOptions) {
    this.#options = { url, token, horizon, patienceMs, answerMs };
    this.#transport = new Transport(this.#options);
  }

  /** The same gateway in another's name. */
  as(token: string): CommonwattClient {
    return new CommonwattClient({ ...this.#options, token });
  }

  get<Path extends PathsOf<'get'>>(
    path: Path,
    request: GetRequest<Path> & FieldChoice,
  ): Promise<Sparse<Resource<Path>>>;
  get<Path extends PathsOf<'get'>>(path: Path, request: GetRequest<Path>): Promise<Resource<Path>>;
  async get(path: string, request: AnyGet): Promise<unknown> {
    const { data } = await this.#transport.send(toGet(path, request));
    return data;
  }

  /** All items of a list, page by page. */
  all<Path extends ListPath>(
    path: Path,
    request: GetRequest<Path> & FieldChoice,
  ): AsyncGenerator<Sparse<Item<Path>>>;
  all<Path extends ListPath>(path: Path, request: GetRequest<Path>): AsyncGenerator<Item<Path>>;
  async *all(path: string, request: AnyGet): AsyncGenerator {
    let after: string | null = null;
    do {
      const query: object = { ...request.query, ...(after !== null && { after }) };
      const { data } = await this.#transport.send(toGet(path, { ...request, query }));
      const page = data as { items: unknown[]; next: string | null };
      yield* page.items;
      after = page.next;
    } while (after !== null);
  }

  /** A whole list as CSV, bit by bit as it comes; one that is cut off is an error of the stream. */
  async csv<Path extends ListPath>(
    path: Path,
    request: GetRequest<Path> & Partial<FieldChoice>,
  ): Promise<ReadableStream<Uint8Array>> {
    const { data } = await this.#transport.send({ ...toGet(path, request), stream: 'text/csv' });
    return data as ReadableStream<Uint8Array>;
  }

  /**
   * What changes on the ledger and the token's account may see: each event once and in order, for ever. A stream that
   * is cut off goes on with the event after the last one.
   */
  events(request: EventsRequest = {}): AsyncGenerator<LedgerEvent> {
    return eventsOf(this.#options, request);
  }

  /** Sends a command, and answers when it is committed. */
  async command<Path extends CommandPath>(path: Path, request: PostRequest<Path>): Promise<Committed<Path>> {
    const { data } = await this.#transport.send({ ...toSent(path, request), ...WAITING }, isCommitted);
    return data as Committed<Path>;
  }

  /** Sends a command, and answers when the gateway has taken it. */
  async start<Path extends CommandPath>(path: Path, request: PostRequest<Path>): Promise<Accepted<Path>> {
    const { data } = await this.#transport.send(toSent(path, request));
    return data as Accepted<Path>;
  }

  /** Asks what a command would do if it came now; nothing is written. */
  async dryRun<Path extends CommandPath>(path: Path, request: PostRequest<Path>): Promise<DryRun<Path>> {
    const { data } = await this.#transport.send({ ...toSent(path, request), query: { dryRun: true } });
    return data as DryRun<Path>;
  }

  /** Sends what is no command of the ledger, such as the making of tokens. */
  async create<Path extends PathsOf<'post'>>(path: Path, request: PostRequest<Path>): Promise<Created<Path>> {
    const { data } = await this.#transport.send(toSent(path, request));
    return data as Created<Path>;
  }

  /**
   * Sends items in any number, one a line, and gives their verdicts in order while it still sends. A connection that is
   * lost is made anew, and nothing is done or told twice.
   */
  bulk<Path extends BulkPath>(
    path: Path,
    request: BulkRequest<BulkItem<Path>>,
  ): AsyncGenerator<BulkVerdict<Path>> {
    return bulkOf<BulkVerdict<Path> & { readonly line: number }>(this.#options, path, request);
  }

  /**
   * Hands in the signature under a question, which one who keeps its key gets instead of a dry run or a statement.
   *
   * @param signature ECDSA, DER, base64
   */
  async answer(questionId: string, signature: string): Promise<unknown> {
    const { data } = await this.#transport.send({
      method: 'post',
      path: '/v1/questions/{id}/signatures',
      pathParameters: { id: questionId },
      body: { signature },
      idempotencyKey: crypto.randomUUID(),
    });
    return data;
  }

  /** Imports readings that the token's account attests, and gives the receipts as they come. */
  importReadings(request: ImportRequest): AsyncGenerator<ImportReceipt> {
    return importOf(this.#options, request);
  }

  /**
   * Delivers signed profile blocks, and answers when each has its verdict.
   *
   * @param submission for each block the length of its body as a varint, the body, 64 bytes of signature
   */
  async deliverReadings(
    submission: Uint8Array,
    idempotencyKey: string = crypto.randomUUID(),
  ): Promise<Committed<'/v1/readings'>> {
    const sent = {
      method: 'post',
      path: '/v1/readings',
      body: submission,
      idempotencyKey,
      ...WAITING,
    } as const;
    const { data } = await this.#transport.send(sent, isCommitted);
    return data as Committed<'/v1/readings'>;
  }
}

interface AnyGet extends Partial<FieldChoice> {
  readonly path?: object;
  readonly query?: object;
}

function toGet(path: string, { path: pathParameters, query, fields }: AnyGet): Sent {
  const choice = fields === undefined ? {} : { fields: fields.join() };
  return { method: 'get', path, pathParameters, query: { ...query, ...choice } };
}

const WAITING = { query: { wait: 'commit' } };

/** One that takes longer than a gateway lets a request wait is asked for again, under its key. */
function isCommitted({ status }: Answered): boolean {
  return status !== ACCEPTED;
}

function toSent<Path extends PathsOf<'post'>>(path: Path, request: PostRequest<Path>): Sent {
  const { path: pathParameters, body, idempotencyKey = crypto.randomUUID() } = request;
  return { method: 'post', path, pathParameters, body, idempotencyKey };
}
