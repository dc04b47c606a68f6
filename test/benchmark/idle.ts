import { setTimeout as sleep } from 'node:timers/promises';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { NodeCpu, subtractCpu, sumCpu } from './node-cpu.ts';

const IDLE_MS = 5000;

/** CPU seconds a second that the nodes take when nothing happens: gossip and heartbeats. */
export async function idleCpu(consortium: Consortium): Promise<number> {
  const cpu = await NodeCpu.of(consortium);
  const [before, start] = [cpu.read(), performance.now()];
  await sleep(IDLE_MS);
  const seconds = (performance.now() - start) / 1000;
  return sumCpu(subtractCpu(cpu.read(), before)) / seconds;
}
