/** Ends processes of the network without a warning, and waits for what the supervisors make of it. */
import { awaitUntil } from '../../../test-network-scripts/await-until.ts';
import { up, type Consortium, type NodeStatus } from '../../../test-network-scripts/index.ts';
import {
  identify,
  isAlive,
  signalProcess,
} from '../../../test-network-scripts/supervisor/process-identity.ts';

const HEALTHY_WITHIN_MS = 180_000;

/** Kills a node, for example `peer.riverside`, by the pid that the status tells; returns once it is dead. */
export async function kill(consortium: Consortium, node: string): Promise<void> {
  const { nodes } = await consortium.status();
  const pid = nodes.find((candidate) => candidate.node === node)?.pid;
  const process = pid === undefined ? undefined : identify(pid);
  if (process === undefined || !signalProcess(process, 'SIGKILL')) throw new Error(`${node} does not run`);
  await awaitUntil(`the death of ${node}`, HEALTHY_WITHIN_MS, () => Promise.resolve(!isAlive(process)));
}

/**
 * Waits until everything runs and answers again. A dead supervisor is started by `up`, everything else by its
 * supervisor.
 *
 * @throws TimedOut
 */
export async function awaitHealed(consortium: Consortium): Promise<void> {
  const { nodes } = await consortium.status();
  const isOrphaned = nodes.some(({ type, health }) => type === 'supervisor' && health === 'stopped');
  if (isOrphaned) await up({ state: consortium.state.root, consortium: consortium.definition });
  await awaitUntil('a healthy network', HEALTHY_WITHIN_MS, async () => {
    const { healthy, nodes: found } = await consortium.status();
    if (!healthy) throw new Error(found.filter(isBad).map(describe).join(', '));
    return true;
  });
}

/**
 * Kills a node and waits until the whole network is well again; returns after how many seconds that was.
 *
 * @throws TimedOut
 */
export async function killAndHeal(consortium: Consortium, node: string): Promise<number> {
  await kill(consortium, node);
  const died = performance.now();
  await awaitHealed(consortium);
  return (performance.now() - died) / 1000;
}

function isBad({ health }: NodeStatus): boolean {
  return health !== 'healthy';
}

function describe({ node, health }: NodeStatus): string {
  return `${node} ${health}`;
}
