/** Processor time that the nodes of a network on this machine have used. */
import { readFileSync } from 'node:fs';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { identify } from '../../test-network-scripts/supervisor/process-identity.ts';

/** Nodes that do ledger work; CAs, supervisors and gateways do none. */
const LEDGER_NODES = ['peer', 'orderer', 'chaincode'] as const;
type LedgerNode = (typeof LEDGER_NODES)[number];

/** Seconds, summed over the organisations. */
export type CpuSeconds = Readonly<Record<LedgerNode, number>>;

/** Unit of the times in /proc/PID/stat: USER_HZ, which Linux shows as 100 whatever its own clock. */
const TICKS_PER_SECOND = 100;

interface NodeProcess {
  readonly node: string;
  readonly type: LedgerNode;
  readonly pid: number;
  readonly startTime: string;
}

/** Reads user and system time of every peer, orderer and chaincode process, from /proc/PID/stat. */
export class NodeCpu {
  readonly #processes: readonly NodeProcess[];

  private constructor(processes: readonly NodeProcess[]) {
    this.#processes = processes;
  }

  /** @throws Error unless all nodes run. */
  static async of(consortium: Consortium): Promise<NodeCpu> {
    const { nodes } = await consortium.status();
    const processes = nodes.flatMap(({ node, type, pid, health }): NodeProcess[] => {
      const ledgerNode = LEDGER_NODES.find((name) => name === type);
      if (ledgerNode === undefined) return [];
      const identity = pid === undefined ? undefined : identify(pid);
      if (health !== 'healthy' || identity === undefined) throw new Error(`${node} does not run`);
      return [{ node, type: ledgerNode, ...identity }];
    });
    return new NodeCpu(processes);
  }

  /** @throws Error when a node was restarted: its time is lost. */
  read(): CpuSeconds {
    const ticks = { peer: 0, orderer: 0, chaincode: 0 };
    for (const { node, type, pid, startTime } of this.#processes) {
      if (identify(pid)?.startTime !== startTime)
        throw new Error(`${node} was restarted during the measurement`);
      ticks[type] += ticksOf(pid);
    }
    const { peer, orderer, chaincode } = ticks;
    return {
      peer: peer / TICKS_PER_SECOND,
      orderer: orderer / TICKS_PER_SECOND,
      chaincode: chaincode / TICKS_PER_SECOND,
    };
  }
}

/** User and system time of all threads of a process. */
export function processorSeconds(pid: number): number {
  return ticksOf(pid) / TICKS_PER_SECOND;
}

/** utime and stime, fields 14 and 15 of proc(5); all threads of the process are in them. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the command in brackets, which may hold blanks: count from behind it.
  const [utime, stime] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  if (utime === undefined || stime === undefined) throw new Error(`/proc/${pid}/stat is not understood`);
  return utime + stime;
}

export function sumCpu({ peer, orderer, chaincode }: CpuSeconds): number {
  return peer + orderer + chaincode;
}

export function subtractCpu(a: CpuSeconds, b: CpuSeconds): CpuSeconds {
  return { peer: a.peer - b.peer, orderer: a.orderer - b.orderer, chaincode: a.chaincode - b.chaincode };
}
