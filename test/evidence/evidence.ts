/** A full measurement or proof, whose outcome is kept in docs/evidence. */
export interface Evidence {
  /** One line: what is shown. */
  readonly title: string;
  /** Markdown below the common header. */
  readonly body: string;
  /** Whether everything that was to be shown was shown. */
  readonly shown: boolean;
}

export interface EvidenceOptions {
  readonly seed: number;
  /** Tells whoever waits what goes on. */
  readonly say: (line: string) => void;
}

export type EvidenceRun = (options: EvidenceOptions) => Promise<Evidence>;
