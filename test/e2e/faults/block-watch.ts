/** When peers commit, as their clients see it. */
import { connect, type CloseableAsyncIterable } from '@hyperledger/fabric-gateway';
import { peer } from '@hyperledger/fabric-protos';
import type { Member } from '../../../test-network-scripts/member.ts';

/** Without a commit between `from` and `to`, which are times of performance.now(). */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Listens to the blocks of one peer, and notes when each arrives that has a valid transaction. */
export class BlockWatch {
  readonly organisation: string;
  readonly #blocks: CloseableAsyncIterable<peer.FilteredBlock>;
  readonly #arrivals: number[] = [];
  readonly #listening: Promise<void>;
  #isClosed = false;

  private constructor(organisation: string, blocks: CloseableAsyncIterable<peer.FilteredBlock>) {
    this.organisation = organisation;
    this.#blocks = blocks;
    this.#listening = this.#listen();
    // A stream that breaks is told by close(), which is called later.
    this.#listening.catch(() => undefined);
  }

  static async open(member: Member, channel: string): Promise<BlockWatch> {
    const gateway = connect({ client: member.peer, ...member.admin.gatewayOptions() });
    return new BlockWatch(member.name, await gateway.getNetwork(channel).getFilteredBlockEvents());
  }

  /** The longest of the pauses that were not over at `from` and had begun by `to`. */
  longestPause(from: number, to: number): Pause {
    const pauses = this.#arrivals.map((arrival, position): Pause => {
      return { from: this.#arrivals[position - 1] ?? arrival, to: arrival };
    });
    const last = this.#arrivals.at(-1) ?? from;
    return [...pauses, { from: last, to: Math.max(last, to) }]
      .filter((pause) => pause.to >= from && pause.from <= to)
      .reduce((longest, pause) => (lengthSec(pause) > lengthSec(longest) ? pause : longest), {
        from,
        to: from,
      });
  }

  /** @throws what broke the stream before it was closed */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#blocks.close();
    await this.#listening;
  }

  async #listen(): Promise<void> {
    try {
      for await (const block of this.#blocks) {
        const now = performance.now();
        if (block.getFilteredTransactionsList().some(isValid)) this.#arrivals.push(now);
      }
    } catch (error) {
      if (!this.#isClosed) throw error;
    }
  }
}

function isValid(transaction: peer.FilteredTransaction): boolean {
  return transaction.getTxValidationCode() === peer.TxValidationCode.VALID;
}

export function lengthSec({ from, to }: Pause): number {
  return (to - from) / 1000;
}
