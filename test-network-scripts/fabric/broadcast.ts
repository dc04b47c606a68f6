/** Handing an envelope to the ordering nodes. */
import type { Client } from '@grpc/grpc-js';
import { common, orderer } from '@hyperledger/fabric-protos';

/** Too few ordering nodes took the envelope; the message holds what they said. */
export class NotOrdered extends Error {
  override readonly name = 'NotOrdered';
  /** What each ordering node answered. */
  readonly answers: string[];

  constructor(answers: string[]) {
    super(`the ordering nodes refused: ${[...new Set(answers)].join('; ')}`);
    this.answers = answers;
  }
}

const ANSWER_TIMEOUT_MS = 15_000;
/** A node that has ordered the envelope already says so as an error. */
const ALREADY_ORDERED = 'request already processed';

/**
 * Sends the envelope to all ordering nodes at once, since any of them may be the one that leads, stands still or lies.
 *
 * @param needed how many must take it
 * @throws NotOrdered
 */
export async function broadcast(
  clients: readonly Client[],
  envelope: common.Envelope,
  needed: number,
): Promise<void> {
  const answers = await Promise.all(clients.map((client) => broadcastToOne(client, envelope)));
  const refusals = answers.filter((answer) => answer !== undefined && !answer.includes(ALREADY_ORDERED));
  if (clients.length - refusals.length < needed) throw new NotOrdered(refusals.map(String));
}

/** @returns undefined when it was taken, otherwise the reason why not */
function broadcastToOne(client: Client, envelope: common.Envelope): Promise<string | undefined> {
  return new Promise((resolve) => {
    const encode = (message: common.Envelope) => Buffer.from(message.serializeBinary());
    const decode = (bytes: Buffer) => orderer.BroadcastResponse.deserializeBinary(bytes);
    const deadline = Date.now() + ANSWER_TIMEOUT_MS;
    const stream = client.makeBidiStreamRequest('/orderer.AtomicBroadcast/Broadcast', encode, decode, {
      deadline,
    });
    stream.on('data', (response: orderer.BroadcastResponse) => {
      const status = response.getStatus();
      resolve(status === common.Status.SUCCESS ? undefined : `${statusName(status)}: ${response.getInfo()}`);
      stream.end();
    });
    stream.on('error', (error: Error) => resolve(error.message));
    stream.on('end', () => resolve('it closed the connection without an answer'));
    stream.write(envelope);
  });
}

function statusName(status: number): string {
  return Object.entries(common.Status).find(([, value]) => value === status)?.[0] ?? String(status);
}
