import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OperationFinder } from './operation-finder.ts';

/** What a gateway answered to requests of one operation. */
export interface Tally {
  /** By status. */
  readonly statuses: Map<number, number>;
  /** By code of the problem. */
  readonly codes: Map<string, number>;
}

/** How long a stream of events is listened to: it would go on for minutes. */
const STREAM_MS = 300;

/** Stands before a gateway and counts what it answers, by operation; independent of whoever asks. */
export class CountingProxy {
  requests = 0;
  readonly #gateway: URL;
  readonly #tallies: Map<string, Tally>;
  readonly #operationOf: OperationFinder;
  readonly #server: Server;

  private constructor(gateway: URL, operationOf: OperationFinder, tallies: Map<string, Tally>) {
    this.#gateway = gateway;
    this.#operationOf = operationOf;
    this.#tallies = tallies;
    this.#server = createServer((request, response) => this.#pass(request, response));
  }

  /** @param tallies by operation; what this proxy sees is added */
  static async open(
    gateway: string,
    operationOf: OperationFinder,
    tallies: Map<string, Tally>,
  ): Promise<CountingProxy> {
    const proxy = new CountingProxy(new URL(gateway), operationOf, tallies);
    await new Promise<void>((resolve) => proxy.#server.listen(0, 'localhost', resolve));
    return proxy;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', rawHeaders } = request;
    const { hostname, port } = this.#gateway;
    const onward = send({ hostname, port, method, path: url, headers: rawHeaders, setHost: false });
    onward.on('response', (answer) => {
      const { statusCode = 0, rawHeaders: headers } = answer;
      response.writeHead(statusCode, headers);
      answer.pipe(response);
      if (answer.headers['content-type']?.startsWith('text/event-stream') === true)
        setTimeout(() => {
          answer.unpipe(response).destroy();
          response.end();
        }, STREAM_MS);
      this.#count(this.#operationOf(method, new URL(url, this.#gateway).pathname), answer);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  #count(operation: string, answer: IncomingMessage): void {
    this.requests += 1;
    const tally = this.#tallies.get(operation) ?? { statuses: new Map(), codes: new Map() };
    this.#tallies.set(operation, tally);
    increment(tally.statuses, answer.statusCode ?? 0);
    if (answer.headers['content-type']?.startsWith('application/problem+json') !== true) return;
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const { code } = JSON.parse(Buffer.concat(chunks).toString()) as { code: string };
      increment(tally.codes, code);
    });
  }
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
