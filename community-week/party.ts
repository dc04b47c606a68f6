import type {
  CommandPath,
  Committed,
  CommonwattClient,
  ImportReceipt,
  PostRequest,
} from '@commonwatt/client';
import type { Latency } from './latency.ts';

type ResultOf<Path extends CommandPath> = Committed<Path> extends { result: infer Result } ? Result : never;

/** Somebody who acts: an account, the client in its name, and how long its commands take. */
export class Party {
  readonly account: string;
  readonly client: CommonwattClient;
  readonly #latency: Latency;

  constructor(account: string, client: CommonwattClient, latency: Latency) {
    this.account = account;
    this.client = client;
    this.#latency = latency;
  }

  /** Sends a command under a key that stays the same in every run, and gives its result once it is committed. */
  async command<Path extends CommandPath>(
    path: Path,
    idempotencyKey: string,
    request: Omit<PostRequest<Path>, 'idempotencyKey'>,
  ): Promise<ResultOf<Path>> {
    const keyed = { ...request, idempotencyKey } as PostRequest<Path>;
    const operation = await this.#latency.measure(() => this.client.command(path, keyed));
    return (operation as unknown as { result: ResultOf<Path> }).result;
  }

  /** Delivers profile blocks (a submission in bytes), and answers when each has its verdict. */
  deliver(submission: Uint8Array): Promise<Committed<'/v1/readings'>> {
    return this.#latency.measure(() => this.client.deliverReadings(submission));
  }

  /** Imports readings that this account attests, as CSV, and gives the receipts. */
  importReadings(file: string): Promise<ImportReceipt[]> {
    const request = { file, contentType: 'text/csv' } as const;
    return this.#latency.measure(() => Array.fromAsync(this.client.importReadings(request)));
  }

  /** The same gateway, in the name of another account of the organisation. */
  as(account: string, token: string): Party {
    return new Party(account, this.client.as(token), this.#latency);
  }
}
