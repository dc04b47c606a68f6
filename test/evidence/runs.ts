import { benchmarkEvidence } from '../benchmark/evidence.ts';
import type { EvidenceRun } from './evidence.ts';

/** By name: `npm run evidence -- NAME` writes docs/evidence/NAME.md. */
export const EVIDENCE_RUNS: Readonly<Record<string, EvidenceRun>> = {
  benchmark: benchmarkEvidence,
};
