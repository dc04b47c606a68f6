/** gRPC connections to peers and ordering nodes, kept for as long as a command runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, credentials } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import { PUBLIC_FILES } from '../../network/channel-profile.ts';
import type { Organisation } from '../../network/consortium.ts';

const OPTIONS = {
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 500,
};

export class Connections {
  readonly #publicDir: string;
  readonly #clients = new Map<string, Client>();

  /** @param publicDir holds the TLS root of every organisation */
  constructor(publicDir: string) {
    this.#publicDir = publicDir;
  }

  peer(organisation: Organisation): Client {
    return this.#client(organisation, organisation.ports.peer.listen);
  }

  /** @throws Error for an organisation without ordering node */
  orderer(organisation: Organisation): Client {
    const { orderer } = organisation.ports;
    if (!orderer) throw new Error(`${organisation.name} has no ordering node`);
    return this.#client(organisation, orderer.listen);
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }

  #client({ name, host }: Organisation, port: number): Client {
    const address = `${host}:${port}`;
    let client = this.#clients.get(address);
    if (!client) {
      const root = readFileSync(join(this.#publicDir, name, PUBLIC_FILES.tlsRoot));
      client = new Client(address, credentials.createSsl(root), OPTIONS);
      this.#clients.set(address, client);
    }
    return client;
  }
}

type Message = { serializeBinary(): Uint8Array };

/** One question, one answer. `path` is the gRPC method, for example `/protos.Endorser/ProcessProposal`. */
export function callUnary<T>(
  client: Client,
  path: string,
  request: Message,
  decode: (bytes: Uint8Array) => T,
  timeoutMs: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = (error: ServiceError | null, answer?: T) => {
      if (error) reject(error);
      else resolve(answer as T);
    };
    const encode = (message: Message) => Buffer.from(message.serializeBinary());
    client.makeUnaryRequest(path, encode, decode, request, { deadline: Date.now() + timeoutMs }, done);
  });
}
