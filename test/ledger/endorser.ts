import { ChaincodeChat } from './chaincode-chat.ts';
import { loadChaincode } from './load-chaincode.ts';
import { chaincodeInput, encodeProposal, type ProposalContent } from './proposal-encoding.ts';
import type { ReadWriteSet } from './read-write-set.ts';
import { TransactionSimulator, type OperationCount, type RuleSet } from './transaction-simulator.ts';
import type { WorldState } from './world-state.ts';

/** The event of a transaction. */
export interface ChaincodeEvent {
  readonly name: string;
  readonly payload: Buffer;
}

/** What the chaincode answered: status 200 with a payload, or 500 with the text of the error thrown. */
export interface ChaincodeResponse {
  readonly status: number;
  readonly message: string;
  readonly payload: Buffer;
}

/** A request to execute one transaction against the state after a block. */
export interface EndorsementRequest extends ProposalContent {
  readonly atBlock: number;
  readonly rules: RuleSet;
}

/** The result of executing one transaction on one copy. */
export interface Endorsement {
  readonly response: ChaincodeResponse;
  readonly readWriteSet: ReadWriteSet;
  readonly event: ChaincodeEvent | undefined;
  readonly operations: OperationCount;
  /** A rule of the house that the transaction broke although Fabric might let it pass. */
  readonly violation: string | undefined;
}

const FIRST_ERROR_STATUS = 400;

/** One peer's execution of a chaincode. */
export class Endorser {
  readonly #chat: ChaincodeChat;

  private constructor(chat: ChaincodeChat) {
    this.#chat = chat;
  }

  /**
   * Loads the chaincode from its folder.
   *
   * @throws Error if it cannot be loaded.
   */
  static async load(folder: string, chaincodeName: string): Promise<Endorser> {
    return new Endorser(new ChaincodeChat(await loadChaincode(folder), chaincodeName));
  }

  /** Executes a transaction; an error thrown by the contract is a response with status 500. */
  async endorse(request: EndorsementRequest, state: WorldState): Promise<Endorsement> {
    const { transactionId, atBlock, rules } = request;
    const simulator = new TransactionSimulator(state, atBlock, transactionId, rules);
    const input = chaincodeInput(request.args);
    const proposal = encodeProposal(request, input);
    const outcome = await this.#chat.run(request.channel, transactionId, input, proposal, simulator);
    const { status, message, payload, event, unfinished } = outcome;
    return {
      response: { status, message, payload },
      readWriteSet: simulator.readWriteSet(),
      // A peer drops the event of a transaction that it does not endorse.
      event: status >= FIRST_ERROR_STATUS ? undefined : event,
      operations: simulator.operations(),
      violation: unfinished
        ? 'the transaction ended before all its requests for state were answered: an await is missing'
        : simulator.violation,
    };
  }
}

/** True if a peer would sign this answer. */
export function isEndorsed({ response }: Endorsement): boolean {
  return response.status < FIRST_ERROR_STATUS;
}
