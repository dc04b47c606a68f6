/** Two ways to do something, measured in turn, so that what else the machine does meets both alike. */
import type { Consortium } from '../../test-network-scripts/index.ts';
import { runInFlight, type Task } from './in-flight.ts';
import { type CpuSeconds, NodeCpu, subtractCpu, sumCpu } from './node-cpu.ts';
import { awaitEqualHeights } from './peer-heights.ts';
import { median } from './statistics.ts';

/** What the nodes used to do so much work. */
export interface Measured {
  /** Transactions, or readings. */
  readonly work: number;
  readonly cpuSec: CpuSeconds;
  readonly wallSec: number;
}

/** One way to do the work. */
export interface Side {
  /** Transactions in flight at a time. */
  readonly inFlight: number;
  /** Prepares the next batch, unmeasured. */
  prepare(): Promise<{ readonly tasks: readonly Task[]; readonly work: number }>;
}

export interface Pair {
  readonly baseline: Measured;
  readonly measured: Measured;
}

/** Runs baseline and measured side by turns: A B A B ... */
export async function comparePairs(
  consortium: Consortium,
  pairs: number,
  sides: { readonly baseline: Side; readonly measured: Side },
): Promise<Pair[]> {
  const results: Pair[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const baseline = await measure(consortium, sides.baseline);
    results.push({ baseline, measured: await measure(consortium, sides.measured) });
  }
  return results;
}

/** From the first proposal until every peer has committed the last transaction. */
async function measure(consortium: Consortium, side: Side): Promise<Measured> {
  const { tasks, work } = await side.prepare();
  await awaitEqualHeights(consortium);
  const cpu = await NodeCpu.of(consortium);
  const [before, start] = [cpu.read(), performance.now()];
  await runInFlight(tasks, side.inFlight);
  await awaitEqualHeights(consortium);
  const wallSec = (performance.now() - start) / 1000;
  return { work, cpuSec: subtractCpu(cpu.read(), before), wallSec };
}

/** CPU seconds of all nodes for one unit of work. */
export function cpuPerWork({ work, cpuSec }: Measured): number {
  return sumCpu(cpuSec) / work;
}

/** Median over the pairs of what the measured side costs, as a multiple of its baseline. */
export function medianCostRatio(pairs: readonly Pair[]): number {
  return median(costRatios(pairs));
}

export function costRatios(pairs: readonly Pair[]): number[] {
  return pairs.map(({ baseline, measured }) => cpuPerWork(measured) / cpuPerWork(baseline));
}

/** The same ratio of what is left when the nodes' idle time, so many CPU seconds a second, is taken off both sides. */
export function medianRatioWithoutIdle(pairs: readonly Pair[], idleCpuPerSec: number): number {
  const busy = (measured: Measured): number =>
    (sumCpu(measured.cpuSec) - idleCpuPerSec * measured.wallSec) / measured.work;
  return median(pairs.map(({ baseline, measured }) => busy(measured) / busy(baseline)));
}

/** What the pairs' sides took together. */
export function total(measurements: readonly Measured[]): Measured {
  return measurements.reduce((sum, { work, cpuSec, wallSec }) => ({
    work: sum.work + work,
    wallSec: sum.wallSec + wallSec,
    cpuSec: {
      peer: sum.cpuSec.peer + cpuSec.peer,
      orderer: sum.cpuSec.orderer + cpuSec.orderer,
      chaincode: sum.cpuSec.chaincode + cpuSec.chaincode,
    },
  }));
}
