import type { Request, RequestHandler } from 'express';
import { Problem } from '../problem/problem.ts';
import type { TrafficLimits } from './limits.ts';
import type { Load } from './process-load.ts';

/** The commands under way. */
export interface CommandQueue {
  readonly pending: number;
  /** Whether a new command would make those under way slow. */
  readonly isCrowded: boolean;
}

/** What is short, as the metrics name it. */
export type Shortage = 'heap' | 'event_loop' | 'pending_commands' | 'commands';

/** Long enough for a garbage collection or some transactions. */
const RETRY_AFTER_SEC = 1;
/** Signatures that accepted commands wait for, and what ends them. */
const OF_ACCEPTED = /^\/v1\/(operations|questions)\/[^/]+\/(signatures|cancellations)$/;

/**
 * Refuses requests, before anything else is done for them, while answering them would cost the others their time or
 * the process its memory. What only reads, and what finishes an accepted command, is not refused for
 * too many commands.
 *
 * @param exempt paths that are always answered
 */
export function shedLoad({
  commands,
  load,
  limits,
  exempt,
  onShed,
}: {
  readonly commands: CommandQueue;
  readonly load: Load;
  readonly limits: TrafficLimits;
  readonly exempt: ReadonlySet<string>;
  readonly onShed: (shortage: Shortage) => void;
}): RequestHandler {
  return (request, _response, next) => {
    const shortage = exempt.has(request.path) ? undefined : shortageOf(request);
    if (shortage === undefined) {
      next();
      return;
    }
    onShed(shortage);
    throw new Problem('OVERLOADED', DETAILS[shortage], { retryAfterSec: RETRY_AFTER_SEC });
  };

  function shortageOf({ method, path }: Request): Shortage | undefined {
    if (load.heapPercent > limits.heapPercent) return 'heap';
    if (load.eventLoopDelayMs > limits.eventLoopDelayMs) return 'event_loop';
    if (method !== 'POST' || OF_ACCEPTED.test(path)) return undefined;
    if (commands.pending >= limits.pendingCommands) return 'pending_commands';
    return commands.isCrowded ? 'commands' : undefined;
  }
}

const DETAILS: Record<Shortage, string> = {
  heap: 'memory is short',
  event_loop: 'requests are waiting too long',
  pending_commands: 'too many commands are waiting',
  commands: 'commands would take too long',
};
