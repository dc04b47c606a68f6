/** `npm run benchmark`: what the ledger's work costs on the running network. */
import { Command, InvalidArgumentError } from 'commander';
import { up } from '../../test-network-scripts/index.ts';
import { runBenchmark, type BenchmarkOptions } from './benchmark.ts';
import { findingsOf, isMet } from './findings.ts';
import { FULL } from './options.ts';
import { terminalTable } from './table.ts';

type Flags = BenchmarkOptions & { check?: boolean; json?: boolean };

await new Command('npm run benchmark --')
  .description(
    'Measures what the work of the ledger costs, as ratios within one run, on the network of COMMONWATT_STATE; ' +
      'brings it up when it does not run. It writes to that ledger for good.',
  )
  .option('--pairs <number>', 'interleaved pairs of each comparison', count, FULL.pairs)
  .option('--transactions <number>', 'transactions on each side of a pair', count, FULL.transactions)
  .option('--in-flight <number>', 'transactions in flight', count, FULL.inFlight)
  .option('--meters <number>', 'meters in one submission', count, FULL.meters)
  .option(
    '--submissions <number>',
    'submissions of a day on the measured side of a pair',
    count,
    FULL.submissions,
  )
  .option('--days <number>', 'days whose bytes on disk are measured', count, FULL.days)
  .option('--lone <number>', 'lone transactions whose latency is measured', count, FULL.lone)
  .option('--seed <number>', 'of the values of the readings', count, FULL.seed)
  .option('--check', 'exit with 1 when a target is missed')
  .option('--json', 'print everything that was measured, as JSON')
  .action(async ({ check, json, ...options }: Flags) => {
    // What is said goes to standard error, so that standard output is the result alone.
    const result = await runBenchmark(await up(), options, (line) => console.error(line));
    const findings = findingsOf(result);
    console.log(json ? JSON.stringify({ options, findings, result }) : terminalTable(findings));
    if (check && !findings.every(isMet)) process.exitCode = 1;
  })
  .parseAsync();

function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('must be a whole number above 0');
  return value;
}
