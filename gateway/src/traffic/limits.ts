import { COMMAND_LIMITS } from '../fabric/ledger-commands.ts';

/** When a gateway refuses what it could otherwise do; set by the environment. */
export interface TrafficLimits {
  /** Requests of one account in a minute. */
  readonly requestsPerMinute: number;
  /** Commands not finished. */
  readonly pendingCommands: number;
  /** Mean delay of the event loop in a second. */
  readonly eventLoopDelayMs: number;
  /** Of the heap that Node allows, buffers included. */
  readonly heapPercent: number;
}

/** More than a gateway on one core can answer or its clients wait for; a deployment lowers them. */
export const TRAFFIC_LIMITS: TrafficLimits = {
  requestsPerMinute: 300_000,
  pendingCommands: COMMAND_LIMITS.pending,
  eventLoopDelayMs: 500,
  heapPercent: 85,
};
