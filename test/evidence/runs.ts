import { benchmarkEvidence } from '../benchmark/evidence.ts';
import { concurrentPaymentsEvidence } from './concurrent-payments.ts';
import { duplicatesEvidence } from './duplicates.ts';
import { eventStreamEvidence } from './event-stream.ts';
import { fuzzEvidence } from './fuzz.ts';
import { gatewayRestartEvidence } from './gateway-restart.ts';
import type { EvidenceRun } from './evidence.ts';
import { forgedReadingsEvidence } from './forged-readings.ts';
import { killedNodesEvidence } from './killed-nodes.ts';
import { leaderFailoverEvidence } from './leader-failover.ts';
import { readModelLoadEvidence } from '../read-model-load/evidence.ts';
import { simulationEvidence } from './simulation.ts';
import { monthOfMetersEvidence } from './month-of-meters.ts';
import { ownKeysEvidence } from './own-keys.ts';
import { statementsEvidence } from './statements.ts';
import { oneWinnerEvidence } from './one-winner.ts';
import { overloadEvidence } from './overload.ts';
import { postgresqlEvidence } from './postgresql.ts';

/** By name: `npm run evidence -- NAME` writes docs/evidence/NAME.md. */
export const EVIDENCE_RUNS: Readonly<Record<string, EvidenceRun>> = {
  benchmark: benchmarkEvidence,
  simulation: simulationEvidence,
  'one-winner': oneWinnerEvidence,
  'concurrent-payments': concurrentPaymentsEvidence,
  duplicates: duplicatesEvidence,
  'forged-readings': forgedReadingsEvidence,
  'event-stream': eventStreamEvidence,
  fuzz: fuzzEvidence,
  'gateway-restart': gatewayRestartEvidence,
  'killed-nodes': killedNodesEvidence,
  overload: overloadEvidence,
  postgresql: postgresqlEvidence,
  'read-model-load': readModelLoadEvidence,
  'leader-failover': leaderFailoverEvidence,
  statements: statementsEvidence,
  'own-keys': ownKeysEvidence,
  'month-of-meters': monthOfMetersEvidence,
};
