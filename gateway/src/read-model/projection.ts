/** How far the read model has come. */
export interface Projection {
  /** Last block in the read model; -1 before the first. */
  readonly blockNumber: number;
  /** Blocks that the own peer has and the read model has not yet. */
  lagBlocks(): Promise<number>;
  /** False when `timeoutMs` passed first. */
  waitForBlock(blockNumber: number, timeoutMs: number): Promise<boolean>;
  /** Calls `listener` with the accounts whose records changed, after each commit to the database. */
  onChange(listener: (accounts: ReadonlySet<string>, blockNumber: number) => void): () => void;
}
