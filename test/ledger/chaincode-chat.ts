import { createRequire } from 'node:module';
import { peer } from '@hyperledger/fabric-protos';
import type { LoadedChaincode } from './load-chaincode.ts';
import { QueryBatches } from './query-batches.ts';
import { answerStateRequest, messageTypeName, type MessageType } from './state-requests.ts';
import type { TransactionSimulator } from './transaction-simulator.ts';

const { Type } = peer.ChaincodeMessage;

/** What the chaincode answered: status 200 with a payload, or an error status with a message; and its event. */
export interface ChaincodeOutcome {
  readonly status: number;
  readonly message: string;
  readonly payload: Buffer;
  readonly event: { readonly name: string; readonly payload: Buffer } | undefined;
  /** True if the transaction ended while a request for state was still unanswered. */
  readonly unfinished: boolean;
}

interface ChatStream {
  on(event: 'data' | 'end' | 'error', listener: (message: peer.ChaincodeMessage) => void): void;
  write(message: peer.ChaincodeMessage): void;
  end(): void;
}

interface MessageHandler {
  readonly msgQueueHandler: { readonly txQueues: Record<string, unknown[] | undefined> };
  chat(starter: peer.ChaincodeMessage): void;
}

interface ShimHandler {
  readonly ChaincodeMessageHandler: new (stream: ChatStream, chaincode: LoadedChaincode) => MessageHandler;
}

interface RunningTransaction {
  readonly simulator: TransactionSimulator;
  readonly batches: QueryBatches;
  readonly resolve: (outcome: ChaincodeOutcome) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The peer's side of the conversation with a chaincode, whose side is the message handler of fabric-shim itself: stub,
 * argument decoding, iterators and error texts are those of production, and only the stream between them is not there.
 */
export class ChaincodeChat {
  readonly #chaincodeName: string;
  readonly #handler: MessageHandler;
  readonly #running = new Map<string, RunningTransaction>();
  #deliver: (message: peer.ChaincodeMessage) => void = () => undefined;

  constructor(chaincode: LoadedChaincode, chaincodeName: string) {
    this.#chaincodeName = chaincodeName;
    const require = createRequire(import.meta.url);
    const { ChaincodeMessageHandler } = require('fabric-shim/lib/handler.js') as ShimHandler;
    this.#handler = new ChaincodeMessageHandler(
      {
        on: (name, listener) => {
          if (name === 'data') this.#deliver = listener;
        },
        write: (message) => this.#receive(message),
        end: () => undefined,
      },
      chaincode,
    );
    this.#handler.chat(newMessage(Type.REGISTER, '', ''));
    this.#deliver(newMessage(Type.REGISTERED, '', ''));
    this.#deliver(newMessage(Type.READY, '', ''));
  }

  /**
   * Runs one transaction of a channel.
   *
   * @throws Error if the chaincode could not even be called, or is already running this transaction.
   */
  run(
    channel: string,
    transactionId: string,
    input: peer.ChaincodeInput,
    proposal: peer.SignedProposal,
    simulator: TransactionSimulator,
  ): Promise<ChaincodeOutcome> {
    const message = newMessage(Type.TRANSACTION, channel, transactionId);
    message.setPayload(input.serializeBinary());
    message.setProposal(proposal);
    if (this.#running.has(channel + transactionId)) {
      return Promise.reject(new Error(`txid: ${transactionId}(${channel}) exists`));
    }
    return new Promise((resolve, reject) => {
      const batches = new QueryBatches(this.#chaincodeName);
      this.#running.set(channel + transactionId, { simulator, batches, resolve, reject });
      this.#deliver(message);
    });
  }

  #receive(message: peer.ChaincodeMessage): void {
    switch (message.getType()) {
      case Type.REGISTER:
        return;
      case Type.COMPLETED:
      case Type.ERROR:
        this.#finish(message);
        return;
      default:
        // A later turn of the event loop, as over a network: whoever forgot to await a request must not be served
        // before the transaction has ended.
        setImmediate(() => this.#answer(message));
    }
  }

  #answer(request: peer.ChaincodeMessage): void {
    const channel = request.getChannelId();
    const transactionId = request.getTxid();
    const running = this.#running.get(channel + transactionId);
    // The transaction has ended and was reported as unfinished; nobody is there to hear an answer.
    if (running === undefined) return;
    let answer: peer.ChaincodeMessage;
    try {
      answer = newMessage(Type.RESPONSE, channel, transactionId);
      answer.setPayload(
        answerStateRequest(request.getType(), request.getPayload_asU8(), running.simulator, running.batches),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const failed = `${messageTypeName(request.getType())} failed: transaction ID: ${transactionId}: ${reason}`;
      answer = newMessage(Type.ERROR, channel, transactionId);
      answer.setPayload(Buffer.from(failed));
    }
    this.#deliver(answer);
  }

  #finish(message: peer.ChaincodeMessage): void {
    const transaction = message.getChannelId() + message.getTxid();
    const running = this.#running.get(transaction);
    if (running === undefined) return;
    this.#running.delete(transaction);
    if (message.getType() === Type.ERROR) {
      running.reject(
        new Error(`chaincode stream: ${Buffer.from(message.getPayload_asU8()).toString('utf8')}`),
      );
      return;
    }
    const response = peer.Response.deserializeBinary(message.getPayload_asU8());
    running.resolve({
      status: response.getStatus(),
      message: response.getMessage(),
      payload: Buffer.from(response.getPayload_asU8()),
      event: eventOf(message),
      unfinished: this.#handler.msgQueueHandler.txQueues[transaction] !== undefined,
    });
  }
}

function newMessage(type: MessageType, channel: string, transactionId: string): peer.ChaincodeMessage {
  const message = new peer.ChaincodeMessage();
  message.setType(type);
  message.setChannelId(channel);
  message.setTxid(transactionId);
  return message;
}

/** The event after a passage over the wire, which is where a payload that is not bytes would be changed. */
function eventOf(message: peer.ChaincodeMessage): ChaincodeOutcome['event'] {
  const sent = message.getChaincodeEvent();
  if (sent === undefined) return undefined;
  const event = peer.ChaincodeEvent.deserializeBinary(sent.serializeBinary());
  return { name: event.getEventName(), payload: Buffer.from(event.getPayload_asU8()) };
}
