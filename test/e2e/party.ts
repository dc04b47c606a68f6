import {
  ProblemError,
  type Accepted,
  type BulkItem,
  type BulkPath,
  type BulkRequest,
  type BulkVerdict,
  type Code,
  type CommandPath,
  type Committed,
  type CommonwattClient,
  type Created,
  type EventsRequest,
  type GetRequest,
  type ImportReceipt,
  type ImportRequest,
  type Item,
  type LedgerEvent,
  type ListPath,
  type PathsOf,
  type PostRequest,
  type Resource,
} from '@commonwatt/client';

/** Routes that were asked, as `<method> <path of the document>`. */
export type RouteLog = Set<string>;

type ResultOf<Path extends CommandPath> = Committed<Path> extends { result: infer Result } ? Result : never;

/** Somebody who acts over REST at the gateway of its organisation. */
export class Party {
  /** `<MSP id>/<enrolment id>`; of a meter, `<MSP id>/<kind>.<id>`. */
  readonly account: string;
  readonly token: string;
  readonly client: CommonwattClient;
  readonly #routes: RouteLog;

  constructor(account: string, token: string, client: CommonwattClient, routes: RouteLog) {
    this.account = account;
    this.token = token;
    this.client = client;
    this.#routes = routes;
  }

  get enrolmentId(): string {
    return this.account.slice(this.account.indexOf('/') + 1);
  }

  /** The same gateway in another's name. */
  as(account: string, token: string): Party {
    return new Party(account, token, this.client.as(token), this.#routes);
  }

  /** Sends a command, and gives its operation once it is committed. */
  async operation<Path extends CommandPath>(
    path: Path,
    request: PostRequest<Path>,
  ): Promise<Committed<Path>> {
    this.#routes.add(`post ${path}`);
    return await this.client.command(path, request);
  }

  /** Sends a command, and gives its result once it is committed. */
  async command<Path extends CommandPath>(path: Path, request: PostRequest<Path>): Promise<ResultOf<Path>> {
    const operation = await this.operation(path, request);
    return (operation as unknown as { result: ResultOf<Path> }).result;
  }

  /** Sends a command, and gives what the gateway answers at once. */
  async start<Path extends CommandPath>(path: Path, request: PostRequest<Path>): Promise<Accepted<Path>> {
    this.#routes.add(`post ${path}`);
    return await this.client.start(path, request);
  }

  async create<Path extends PathsOf<'post'>>(path: Path, request: PostRequest<Path>): Promise<Created<Path>> {
    this.#routes.add(`post ${path}`);
    return await this.client.create(path, request);
  }

  async get<Path extends PathsOf<'get'>>(path: Path, request: GetRequest<Path>): Promise<Resource<Path>> {
    this.#routes.add(`get ${path}`);
    return await this.client.get(path, request);
  }

  /** Sends items one a line, and gives their verdicts in order. */
  bulk<Path extends BulkPath>(
    path: Path,
    request: BulkRequest<BulkItem<Path>>,
  ): AsyncGenerator<BulkVerdict<Path>> {
    this.#routes.add(`post ${path}`);
    return this.client.bulk(path, request);
  }

  /** Imports readings; the receipts. */
  async importReadings(request: ImportRequest): Promise<ImportReceipt[]> {
    this.#routes.add('post /v1/readings/imports');
    return await Array.fromAsync(this.client.importReadings(request));
  }

  events(request: EventsRequest): AsyncGenerator<LedgerEvent> {
    this.#routes.add('get /v1/events');
    return this.client.events(request);
  }

  /** All items of a list. */
  async list<Path extends ListPath>(path: Path, request: GetRequest<Path>): Promise<Item<Path>[]> {
    this.#routes.add(`get ${path}`);
    return await Array.fromAsync(this.client.all(path, request));
  }

  /** Verdicts on a submission of profile blocks, in order: accepted, exists, or the code of the refusal. */
  async deliver(submission: Uint8Array): Promise<string[]> {
    this.#routes.add('post /v1/readings');
    const { result } = await this.client.deliverReadings(submission);
    return result.verdicts.map(({ verdict, code }) => code ?? verdict);
  }
}

/** Code that a request is refused with, or `accepted`; any other error is the test's failure. */
export async function codeOf(request: Promise<unknown>): Promise<Code | 'accepted'> {
  try {
    await request;
    return 'accepted';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

interface Verdict {
  readonly id: string;
  readonly verdict: 'done' | 'exists' | 'refused';
  readonly code?: string | undefined;
}

/** The ids of a list command's items, none of which may have been refused. */
export function idsOfDone({ verdicts }: { readonly verdicts: readonly Verdict[] }): string[] {
  const refused = verdicts.find(({ verdict }) => verdict === 'refused');
  if (refused !== undefined) throw new Error(`${refused.id} was refused: ${refused.code ?? 'no code'}`);
  return verdicts.map(({ id }) => id);
}
