/** What the ledger's work costs on a running network, as ratios within one run. */
import type { Consortium } from '../../test-network-scripts/index.ts';
import { comparePairs, medianCostRatio, type Pair, type Side } from './comparison.ts';
import type { Task } from './in-flight.ts';
import { idleCpu } from './idle.ts';
import { sumBytes, settledLedgerBytes, type LedgerBytes } from './ledger-bytes.ts';
import { MarketClients } from './market-clients.ts';
import { openAccounts } from './preparation/accounts.ts';
import { CertificateSupply } from './preparation/certificate-supply.ts';
import { QUARTERS_PER_DAY, registerMeters, type HouseholdMeter } from './preparation/meter-fleet.ts';
import { dayBlocks, singleReadings, submitDays } from './reading-sides.ts';
import { RunId } from './run-id.ts';
import { SeededRandom } from './seeded-random.ts';
import { acceptWholeOffer } from './transactions/accept-offer.ts';
import { retire } from './transactions/retire.ts';
import { transferPart, transferWhole } from './transactions/transfer.ts';
import type { Workload } from './transactions/workload.ts';
import { writeOnly } from './transactions/write-only.ts';

export interface BenchmarkOptions {
  /** Interleaved pairs of each comparison. */
  readonly pairs: number;
  /** Transactions on each side of a pair. */
  readonly transactions: number;
  readonly inFlight: number;
  /** Meters in one submission of day-long blocks. */
  readonly meters: number;
  /** Submissions of day-long blocks on the measured side of a pair. */
  readonly submissions: number;
  /** Days whose bytes on disk are measured, of as many meters as in one submission. */
  readonly days: number;
  /** Lone transactions whose latency is measured. */
  readonly lone: number;
  readonly seed: number;
}

export interface BenchmarkResult {
  /** By name of the transaction, compared with a method that only writes 100 bytes. */
  readonly transactions: readonly { readonly name: string; readonly pairs: readonly Pair[] }[];
  /** Single readings against day-long blocks; work is counted in readings. */
  readonly readings: readonly Pair[];
  readonly disk: { readonly readings: number; readonly bytesPerReading: LedgerBytes };
  /** From the first call to the answer that it is committed, in milliseconds. */
  readonly loneLatencyMs: readonly number[];
  /** CPU seconds a second of the nodes when nothing happens; it is within all other figures. */
  readonly idleCpuPerSec: number;
  /** Proposals of all kinds that had to be made again. */
  readonly retries: number;
}

/** Submissions of day-long blocks in flight, each of other meters: a meter has one at a time. */
const SUBMISSIONS_IN_FLIGHT = 4;
/** Share of a side's transactions that warm the chaincodes up before anything is measured. */
const WARM_UP_SHARE = 0.4;

/** @param say tells what goes on */
export async function runBenchmark(
  consortium: Consortium,
  options: BenchmarkOptions,
  say: (line: string) => void,
): Promise<BenchmarkResult> {
  const market = new MarketClients(consortium);
  try {
    const run = new RunId();
    say('preparing accounts, a scheme and certificates');
    const buyer = await openAccounts(market);
    const supply = await CertificateSupply.open(market, run);
    const [seller, other] = [
      market.officer('community', 'manager', 1),
      market.officer('community', 'manager', 0),
    ];
    const workloads: Workload[] = [
      retire(market, run, supply, seller),
      transferWhole(market, run, supply, { from: seller, to: other }),
      transferPart(market, run, supply, { from: seller, to: other }),
      acceptWholeOffer(market, run, supply, { seller, buyer }),
    ];
    const idleCpuPerSec = await idleCpu(consortium);
    const transactions = await compareTransactions(consortium, market, workloads, options, say);
    const readings = await compareReadings(consortium, market, run, options, say);
    const disk = await measureDisk(consortium, market, run, options, say);
    say(`latency of ${options.lone} lone transactions`);
    const loneLatencyMs = await latencies(await retire(market, run, supply, seller).prepare(options.lone));
    return { transactions, readings, disk, loneLatencyMs, idleCpuPerSec, retries: market.retries };
  } finally {
    await market.close();
  }
}

async function compareTransactions(
  consortium: Consortium,
  market: MarketClients,
  workloads: readonly Workload[],
  { pairs, transactions, inFlight }: BenchmarkOptions,
  say: (line: string) => void,
): Promise<BenchmarkResult['transactions']> {
  const results: { name: string; pairs: Pair[] }[] = [];
  for (const workload of workloads) {
    say(`${workload.name}: ${pairs} pairs of ${transactions} transactions, ${inFlight} in flight`);
    const sideOf = (side: Workload, count: number): Side => ({
      inFlight,
      prepare: async () => ({ tasks: await side.prepare(count), work: count }),
    });
    const sides = (count: number) => ({
      baseline: sideOf(writeOnly(market, workload.mspId), count),
      measured: sideOf(workload, count),
    });
    await comparePairs(consortium, 1, sides(Math.ceil(transactions * WARM_UP_SHARE)));
    const measured = await comparePairs(consortium, pairs, sides(transactions));
    say(`  ${medianCostRatio(measured).toFixed(2)} x`);
    results.push({ name: workload.name, pairs: measured });
  }
  return results;
}

async function compareReadings(
  consortium: Consortium,
  market: MarketClients,
  run: RunId,
  { pairs, transactions, inFlight, meters, submissions, seed }: BenchmarkOptions,
  say: (line: string) => void,
): Promise<Pair[]> {
  say(
    `readings: ${pairs} pairs of ${transactions} single ones and ${submissions} submissions of ${meters} days`,
  );
  const manager = market.officer('community', 'manager');
  const gateway = market.gateway(manager.mspId);
  const random = new SeededRandom(seed);
  const register = (count: number, prefix: string) =>
    registerMeters(market, manager, { count, prefix: `${run.text}-${prefix}`, random });
  const groups: HouseholdMeter[][] = [];
  for (let group = 0; group < Math.min(SUBMISSIONS_IN_FLIGHT, submissions); group += 1) {
    groups.push(await register(meters, `day${group}`));
  }
  // Twice as many meters as transactions in flight, so that none waits for its meter's last one.
  const lone = await register(2 * inFlight, 'lone');
  const measured = await comparePairs(consortium, pairs, {
    baseline: singleReadings(market, gateway, lone, { transactions, inFlight }),
    measured: dayBlocks(market, gateway, groups, Math.ceil(submissions / groups.length)),
  });
  say(`  ${(1 / medianCostRatio(measured)).toFixed(0)} x`);
  return measured;
}

async function measureDisk(
  consortium: Consortium,
  market: MarketClients,
  run: RunId,
  { meters: count, days, seed }: BenchmarkOptions,
  say: (line: string) => void,
): Promise<BenchmarkResult['disk']> {
  const readings = count * days * QUARTERS_PER_DAY;
  say(`bytes on disk of ${readings} readings: ${days} submissions of ${count} days`);
  const manager = market.officer('community', 'manager');
  const options = { count, prefix: `${run.text}-disk`, random: new SeededRandom(seed) };
  const meters = await registerMeters(market, manager, options);
  const before = await settledLedgerBytes(consortium);
  await submitDays(market, market.gateway(manager.mspId), meters, days);
  const after = await settledLedgerBytes(consortium);
  const perReading = (part: keyof LedgerBytes): number => (after[part] - before[part]) / readings;
  const bytesPerReading = {
    blocks: perReading('blocks'),
    state: perReading('state'),
    other: perReading('other'),
  };
  say(`  ${sumBytes(bytesPerReading).toFixed(1)} B`);
  return { readings, bytesPerReading };
}

async function latencies(tasks: readonly Task[]): Promise<number[]> {
  const milliseconds: number[] = [];
  for (const task of tasks) {
    const start = performance.now();
    await task();
    milliseconds.push(performance.now() - start);
  }
  return milliseconds;
}
