/** What a run of the benchmark comes to, beside the targets. */
import type { BenchmarkResult } from './benchmark.ts';
import {
  costRatios,
  cpuPerWork,
  medianCostRatio,
  medianRatioWithoutIdle,
  total,
  type Measured,
  type Pair,
} from './comparison.ts';
import { sumBytes } from './ledger-bytes.ts';
import { median, percentile } from './statistics.ts';
import { acceptOffer, retireCertificates, transferCertificates } from '@commonwatt/chaincode/domain';

/** One line of the table. */
export interface Finding {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Null for what is only told. */
  readonly target: { readonly kind: 'at most' | 'at least'; readonly value: number } | null;
  /** How it came about, in a few words. */
  readonly detail: string;
}

/** Highest cost of a transaction, as a multiple of one that only writes 100 bytes. */
const MOST_COST: Readonly<Record<string, number>> = {
  [retireCertificates.name]: 1.5,
  [transferCertificates.name]: 1.5,
  [acceptOffer.name]: 1.9,
};
const LEAST_READINGS_RATIO = 300;
const MOST_BYTES_PER_READING = 20;
const TAIL = 0.95;

export function findingsOf(result: BenchmarkResult): Finding[] {
  return [
    ...result.transactions.map(({ name, pairs }) => transactionFinding(name, pairs, result.idleCpuPerSec)),
    readingsFinding(result.readings),
    diskFinding(result.disk),
    ...latencyFindings(result.loneLatencyMs),
  ];
}

export function isMet({ value, target }: Finding): boolean {
  if (target === null) return true;
  return target.kind === 'at most' ? value <= target.value : value >= target.value;
}

export function transactionFinding(name: string, pairs: readonly Pair[], idleCpuPerSec: number): Finding {
  const most = MOST_COST[name.split(',')[0] ?? ''];
  if (most === undefined) throw new Error(`${name} has no target`);
  const ratios = costRatios(pairs).map((ratio) => ratio.toFixed(2));
  const busy = medianRatioWithoutIdle(pairs, idleCpuPerSec).toFixed(2);
  const baseline = costOf(pairs.map((pair) => pair.baseline));
  const measured = costOf(pairs.map((pair) => pair.measured));
  return {
    what: name,
    value: medianCostRatio(pairs),
    unit: 'x',
    target: { kind: 'at most', value: most },
    detail: `pairs ${ratios.join(' ')}; without idle time ${busy}; ${measured} against ${baseline}`,
  };
}

/** Milliseconds of CPU a transaction. */
function costOf(measurements: readonly Measured[]): string {
  const sum = total(measurements);
  const { peer, orderer, chaincode } = sum.cpuSec;
  const parts = [peer, orderer, chaincode].map((seconds) => milliseconds(seconds / sum.work));
  return `${milliseconds(cpuPerWork(sum))} ms (${parts.join(' + ')})`;
}

function milliseconds(seconds: number): string {
  return (seconds * 1000).toFixed(1);
}

function readingsFinding(pairs: readonly Pair[]): Finding {
  const ratios = costRatios(pairs).map((ratio) => 1 / ratio);
  const singles = total(pairs.map(({ baseline }) => baseline));
  const blocks = total(pairs.map(({ measured }) => measured));
  const microseconds = (cpuPerWork(blocks) * 1_000_000).toFixed(0);
  const rate = (measured: Measured): string => (measured.work / measured.wallSec).toFixed(0);
  return {
    what: 'readings per CPU second, in day-long blocks against one a transaction',
    value: median(ratios),
    unit: 'x',
    target: { kind: 'at least', value: LEAST_READINGS_RATIO },
    detail:
      `pairs ${ratios.map((ratio) => ratio.toFixed(0)).join(' ')}; ${microseconds} us against ` +
      `${milliseconds(cpuPerWork(singles))} ms a reading; ${rate(blocks)} against ${rate(singles)} readings a second`,
  };
}

function diskFinding({ readings, bytesPerReading }: BenchmarkResult['disk']): Finding {
  const { blocks, state, other } = bytesPerReading;
  return {
    what: 'bytes on disk per reading and peer',
    value: sumBytes(bytesPerReading),
    unit: 'B',
    target: { kind: 'at most', value: MOST_BYTES_PER_READING },
    detail: `blocks ${blocks.toFixed(1)}, state ${state.toFixed(1)}, other ${other.toFixed(1)}; ${readings} readings`,
  };
}

function latencyFindings(values: readonly number[]): Finding[] {
  const detail = `${values.length} of ${retireCertificates.name}, one after the other`;
  return [
    {
      what: 'commit latency of a lone transaction, median',
      value: median(values),
      unit: 'ms',
      target: null,
      detail,
    },
    {
      what: 'commit latency of a lone transaction, 95th percentile',
      value: percentile(values, TAIL),
      unit: 'ms',
      target: null,
      detail,
    },
  ];
}
