import type { Services } from '../services/services.ts';
import { BLOCK_HEADER } from './block-header.ts';
import type { Reply } from './endpoint.ts';

/** Answers what the read model holds, with the block that it is at least as of. */
export async function asAnswered({ ledger }: Services, content: () => Promise<unknown>): Promise<Reply> {
  // Read first: what is projected meanwhile only makes the answer newer than it says.
  const block = ledger.projection.blockNumber;
  const body = await content();
  return { status: 200, body, headers: { [BLOCK_HEADER]: String(block) } };
}
