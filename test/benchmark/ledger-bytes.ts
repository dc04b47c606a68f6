/** Bytes that a peer's ledger takes on disk: block files, state and indexes. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Consortium } from '../../test-network-scripts/index.ts';

/** What stat(2) counts blocks in. */
const STAT_BLOCK_BYTES = 512;
const LOOK_EVERY_MS = 1000;
/** LevelDB compacts in the background; the ledger counts as settled when it is the same so many times in a row. */
const EQUAL_LOOKS = 3;
const MOST_LOOKS = 60;

/** Parts of a peer's ledger, in bytes. */
export interface LedgerBytes {
  readonly blocks: number;
  readonly state: number;
  /** Index of blocks, bookkeeping and whatever else lies beside them. */
  readonly other: number;
}

/** The mean over all peers, once nothing changes any more. */
export async function settledLedgerBytes(consortium: Consortium): Promise<LedgerBytes> {
  let last = meanOverPeers(consortium);
  for (let [look, equal] = [0, 0]; look < MOST_LOOKS && equal < EQUAL_LOOKS; look += 1) {
    await sleep(LOOK_EVERY_MS);
    const now = meanOverPeers(consortium);
    equal = sumBytes(now) === sumBytes(last) ? equal + 1 : 0;
    last = now;
  }
  return last;
}

export function sumBytes({ blocks, state, other }: LedgerBytes): number {
  return blocks + state + other;
}

function meanOverPeers({ definition, state }: Consortium): LedgerBytes {
  const peers = definition.organisations.map(({ name }) => bytesOfLedger(state.organisation(name).peer));
  const mean = (part: keyof LedgerBytes): number =>
    peers.reduce((sum, bytes) => sum + bytes[part], 0) / peers.length;
  return { blocks: mean('blocks'), state: mean('state'), other: mean('other') };
}

function bytesOfLedger(peerFolder: string): LedgerBytes {
  const ledgers = join(peerFolder, 'data', 'ledgersData');
  const blocks = diskUsage(join(ledgers, 'chains', 'chains'));
  const state = diskUsage(join(ledgers, 'stateLeveldb'));
  return { blocks, state, other: diskUsage(ledgers) - blocks - state };
}

/** As `du` counts: what the files take, not how long they are. */
function diskUsage(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? diskUsage(path) : fileUsage(path);
  }
  return bytes;
}

/** A file that compaction has just removed takes nothing. */
function fileUsage(path: string): number {
  return (statSync(path, { throwIfNoEntry: false })?.blocks ?? 0) * STAT_BLOCK_BYTES;
}
