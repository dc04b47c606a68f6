import type { Block } from '../ledger/index.ts';
import { BlockBuilder, type SyntheticTransaction } from './read-model/block-builder.ts';
import { Feed } from './read-model/feed.ts';

/** The blocks of the in-memory ledger in the form in which peers deliver them; each follower has its own feed. */
export class MemoryChain {
  readonly #builder = new BlockBuilder();
  readonly #blocks = [this.#builder.block()];
  readonly #feeds = new Set<Feed>();

  /** Number of blocks, the first of which holds the channel's configuration. */
  get height(): number {
    return this.#blocks.length;
  }

  follow(): Feed {
    const feed = new Feed();
    feed.add(...this.#blocks);
    this.#feeds.add(feed);
    return feed;
  }

  add(block: Block): void {
    const encoded = this.#builder.block(...block.transactions.map(asSynthetic));
    this.#blocks.push(encoded);
    for (const feed of this.#feeds) feed.add(encoded);
  }
}

function asSynthetic(transaction: Block['transactions'][number]): SyntheticTransaction {
  const { txId, functionName, args, creator, timestamp, response, event, validationCode } = transaction;
  const ids = event && (JSON.parse(event.payload.toString()) as { ids: [string, string][] }).ids;
  return {
    id: txId,
    method: functionName,
    ...(args[0] !== undefined && { argument: args[0] }),
    response: response.payload,
    ...(ids !== undefined && { ids }),
    validationCode,
    mspId: creator.mspId,
    enrolmentId: creator.id,
    at: timestamp.seconds,
  };
}
