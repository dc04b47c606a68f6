import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { common } from '@hyperledger/fabric-protos';
import type { Logger } from 'pino';
import { contentOf, type LedgerContent } from './content.ts';
import { openDatabase } from './database.ts';
import type { Market } from './effects.ts';
import { type BlockSource, Projector } from './projector.ts';

/** One table of a read model beside what the peer's blocks give. */
export interface TableVerdict {
  readonly table: string;
  readonly rows: number;
  readonly expectedRows: number;
  readonly same: boolean;
}

export interface VerificationParts {
  readonly source: BlockSource;
  readonly market: Market;
  readonly log: Logger;
  /** Told now and then how many blocks are read. */
  readonly onProgress: (blocks: number) => void;
}

const PROGRESS_MS = 2_000;
/** A peer that sends nothing for so long, or something that cannot be read, ends the comparison. */
const STALLED_MS = 60_000;

/**
 * Builds a second read model from the peer's blocks, in a temporary database, up to the block that `found` is as of,
 * and compares the two table by table.
 *
 * @throws when no more blocks arrive
 */
export async function verifyContent(
  found: LedgerContent & { readonly blockNumber: number },
  parts: VerificationParts,
): Promise<TableVerdict[]> {
  const expected = await contentUpTo(found.blockNumber, parts);
  const tables = new Set([...Object.keys(expected.tables), ...Object.keys(found.tables)]);
  return [...tables].sort().map((table) => {
    const [there, here] = [found.tables[table], expected.tables[table]];
    return {
      table,
      rows: there?.rows ?? 0,
      expectedRows: here?.rows ?? 0,
      same: there !== undefined && there.hash === here?.hash,
    };
  });
}

async function contentUpTo(
  last: number,
  { source, market, log, onProgress }: VerificationParts,
): Promise<LedgerContent> {
  const directory = await mkdtemp(join(tmpdir(), 'commonwatt-read-model-'));
  try {
    const database = await openDatabase({ directory: join(directory, 'database') });
    const projector = new Projector({ database, source: endingWith(last, source), market, log });
    try {
      await projector.start();
      await arrival(projector, last, onProgress);
      return await contentOf(database);
    } finally {
      await projector.stop();
      await database.destroy();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** @throws when nothing has come for {@link STALLED_MS} */
async function arrival(
  projector: Projector,
  last: number,
  onProgress: VerificationParts['onProgress'],
): Promise<void> {
  let stalledMs = 0;
  for (let before = -1; !(await projector.waitForBlock(last, PROGRESS_MS)); before = projector.blockNumber) {
    stalledMs = projector.blockNumber === before ? stalledMs + PROGRESS_MS : 0;
    if (stalledMs >= STALLED_MS) throw new Error(`nothing has come after block ${before} for a minute`);
    onProgress(projector.blockNumber + 1);
  }
}

/** The same chain, as if this were its last block. */
function endingWith(last: number, source: BlockSource): BlockSource {
  async function* blocks(from: number, signal: AbortSignal): AsyncGenerator<common.Block> {
    for await (const block of source.blocks(from, signal)) {
      yield block;
      if (block.getHeader()?.getNumber() === last) break;
    }
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  }
  return { blocks, height: () => Promise.resolve(last + 1) };
}
