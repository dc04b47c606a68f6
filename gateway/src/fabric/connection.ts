import { readFileSync } from 'node:fs';
import { Client, credentials, type ClientOptions } from '@grpc/grpc-js';
import { connect, hash, type Gateway } from '@hyperledger/fabric-gateway';
import type { Configuration } from '../configuration.ts';
import type { LedgerIdentity } from './wallet.ts';

/** Peers close connections that ping more often than once a minute. */
const KEEPALIVE_MS = 120_000;
const OPTIONS: ClientOptions = {
  'grpc.keepalive_time_ms': KEEPALIVE_MS,
  'grpc.keepalive_timeout_ms': 20_000,
  // A peer that comes back is found within a second; by default it would take several.
  'grpc.initial_reconnect_backoff_ms': 200,
  'grpc.max_reconnect_backoff_ms': 1000,
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
};

/** Without a deadline a call that the peer dropped waits for ever. */
const DEADLINES_MS = { evaluate: 5000, endorse: 15_000, submit: 5000, commitStatus: 60_000 };

/** One gRPC connection to the own peer, on which every identity of the wallet may call. */
export class PeerConnection {
  readonly #client: Client;
  readonly #gateways = new WeakMap<LedgerIdentity, Gateway>();

  constructor(peer: Configuration['peer']) {
    this.#client = new Client(peer.endpoint, credentials.createSsl(readFileSync(peer.tlsRootFile)), OPTIONS);
  }

  /** Calls in the name of an identity. */
  as(identity: LedgerIdentity): Gateway {
    const known = this.#gateways.get(identity);
    if (known !== undefined) return known;
    const gateway = connect({
      client: this.#client,
      identity: { mspId: identity.mspId, credentials: Buffer.from(identity.certificate) },
      // Signers hash what they sign.
      signer: (message) => identity.sign(message, 'proposal'),
      hash: hash.none,
      evaluateOptions: () => deadline(DEADLINES_MS.evaluate),
      endorseOptions: () => deadline(DEADLINES_MS.endorse),
      submitOptions: () => deadline(DEADLINES_MS.submit),
      commitStatusOptions: () => deadline(DEADLINES_MS.commitStatus),
    });
    this.#gateways.set(identity, gateway);
    return gateway;
  }

  close(): void {
    this.#client.close();
  }
}

/** Call options that end a call after `ms`. */
export function deadline(ms: number): { deadline: number } {
  return { deadline: Date.now() + ms };
}
