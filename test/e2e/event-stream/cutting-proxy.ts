/** Stands before a gateway and cuts its connections off, in the middle of whatever they carry. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { SeededRandom } from '../../benchmark/seeded-random.ts';

/** A connection is cut after so many bytes of answers, or after some time, whatever is first. */
const BYTES = { least: 1, most: 20_000 };
const MS = { least: 1, most: 2_000 };

export interface Cuts {
  /** All, and those before anything of an answer had come. */
  all: number;
  unanswered: number;
}

export class CuttingProxy {
  readonly cuts: Cuts = { all: 0, unanswered: 0 };
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(gateway: URL, count: number, random: SeededRandom) {
    this.#server = createServer((client) => {
      const upstream = connect({ host: gateway.hostname, port: Number(gateway.port) });
      for (const socket of [client, upstream]) this.#keep(socket);
      const cutsOff = this.cuts.all < count;
      this.#pass(client, upstream, cutsOff ? random.integer(BYTES.least, BYTES.most) : Infinity);
      if (cutsOff) this.#cutLater(client, upstream, random.integer(MS.least, MS.most));
    });
  }

  /** @param count connections are cut off until there were so many; the next one is left alone */
  static async open(gateway: string, count: number, random: SeededRandom): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(new URL(gateway), count, random);
    await new Promise<void>((resolve) => proxy.#server.listen(0, 'localhost', resolve));
    return proxy;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Lets so many bytes of answers through, and cuts when there are more. */
  #pass(client: Socket, upstream: Socket, bytes: number): void {
    client.pipe(upstream);
    let left = bytes;
    upstream.on('data', (chunk: Buffer) => {
      if (chunk.length <= left) client.write(chunk);
      // What was written before still has to leave.
      else client.write(chunk.subarray(0, left), () => this.#cut(client, upstream));
      left = Math.max(0, left - chunk.length);
    });
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  }

  #cutLater(client: Socket, upstream: Socket, ms: number): void {
    const timer = setTimeout(() => this.#cut(client, upstream), ms);
    client.on('close', () => clearTimeout(timer));
  }

  #cut(client: Socket, upstream: Socket): void {
    if (client.destroyed) return;
    this.cuts.all += 1;
    if (client.bytesWritten === 0) this.cuts.unanswered += 1;
    client.destroy();
    upstream.destroy();
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    // Either side may end at any time; that is what this is for.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
