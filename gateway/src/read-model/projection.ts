import type { LedgerContent } from './content.ts';

/** How far the read model has come. */
export interface Projection {
  /** Last block in the read model; -1 before the first. */
  readonly blockNumber: number;
  /**
   * True from the start, or from rebuilding on, until it has all blocks that the peer had then: what it lacks is no
   * proof that the ledger has none. An unreachable peer leaves it false, once there is anything.
   */
  readonly catchingUp: boolean;
  /** Blocks that the own peer has and the read model has not yet. */
  lagBlocks(): Promise<number>;
  /** False when `timeoutMs` passed first. */
  waitForBlock(blockNumber: number, timeoutMs: number): Promise<boolean>;
  /** Calls `listener` with the accounts whose records changed, after each commit to the database. */
  onChange(listener: (accounts: ReadonlySet<string>, blockNumber: number) => void): () => void;
  /** What the tables hold as of a block; blocks wait while they are hashed. */
  content(): Promise<LedgerContent & { readonly blockNumber: number }>;
  /** Forgets everything and reads all blocks again; resolves when everything is forgotten. */
  rebuild(): Promise<void>;
}
