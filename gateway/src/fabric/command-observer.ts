/** Why a command was proposed once more. */
export type RetryReason =
  /** What the gateway had picked was no longer there. */
  | 'stale_view'
  /** It met another change of the ledger, at endorsement or at validation. */
  | 'conflict'
  /** Peers were down, behind, or of different opinions. */
  | 'unavailable';

/** Is told what happens to transactions; never throws. */
export interface CommandObserver {
  /** A transaction's operations have ended. `seconds`: since the first proposal was prepared. */
  ended(method: string, outcome: 'committed' | 'failed', seconds: number): void;
  retried(reason: RetryReason): void;
  /** A broadcast, or waiting for its block, gave no clear answer. */
  ambiguous(): void;
}

export const UNOBSERVED: CommandObserver = {
  ended: () => undefined,
  retried: () => undefined,
  ambiguous: () => undefined,
};
