/** Waiting for a node that its supervisor has been told to run. */
import { readFileSync } from 'node:fs';
import { TimedOut, awaitUntil } from './await-until.ts';
import { isHealthy } from './health.ts';
import type { OrganisationFolder } from './state-folder.ts';
import { readNodeSpec, readRunRecord, specDigest } from './supervisor/node-spec.ts';
import type { NodeType } from './supervisor/node-spec.ts';
import { isAlive } from './supervisor/process-identity.ts';
import { OperatorError } from '../network/operator-error.ts';

/** A node does not come up; the message has the end of its log. */
export class NodeFailed extends OperatorError {
  override readonly name = 'NodeFailed';
}

/** Generous for a machine that does other things as well: a node that cannot come up is noticed by its restarts. */
const START_TIMEOUT_MS = 180_000;
/** A node that is started this often again while it is waited for will not come up. */
const HOPELESS_RESTARTS = 4;
const LOG_LINES = 12;

/**
 * Waits until the node runs with its present settings and is healthy.
 *
 * @throws NodeFailed; the signal's reason
 */
export async function awaitNode(
  folder: OrganisationFolder,
  type: NodeType,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const fail = (reason: string) => new NodeFailed(`${reason}\n${logTail(folder.logFile(type))}`);
  let fewestStarts = Infinity;
  const look = async () => {
    const spec = readNodeSpec(folder, type);
    const record = readRunRecord(folder, type);
    fewestStarts = Math.min(fewestStarts, record?.starts ?? 0);
    if ((record?.starts ?? 0) - fewestStarts >= HOPELESS_RESTARTS) return 'hopeless';
    const runs = spec && record?.specDigest === specDigest(spec) && isAlive(record);
    return runs && (await isHealthy(spec)) ? 'healthy' : undefined;
  };
  const outcome = await awaitUntil(`${name} becoming healthy`, START_TIMEOUT_MS, look, { signal }).catch(
    (error: unknown) => {
      throw error instanceof TimedOut ? fail(error.message) : error;
    },
  );
  if (outcome === 'hopeless') throw fail(`${name} dies each time it is started`);
}

function logTail(file: string): string {
  try {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LOG_LINES);
    return [`the last lines of ${file}:`, ...lines.map((line) => `  ${line}`)].join('\n');
  } catch {
    return `there is no log ${file}`;
  }
}
