import { up } from '../../test-network-scripts/index.ts';
import type { Evidence, EvidenceOptions } from '../evidence/evidence.ts';
import { runBenchmark } from './benchmark.ts';
import { findingsOf, isMet } from './findings.ts';
import { FULL } from './options.ts';
import { markdownTable } from './table.ts';

/** The benchmark on the network of the environment's settings, which is brought up when it does not run. */
export async function benchmarkEvidence({ seed, say }: EvidenceOptions): Promise<Evidence> {
  const options = { ...FULL, seed };
  const result = await runBenchmark(await up(), options, say);
  const findings = findingsOf(result);
  const settings = Object.entries(options).map(([name, value]) => `${name} ${value}`);
  return {
    title: 'Benchmark',
    body: [
      '[What is measured, and how](../benchmark.md).',
      markdownTable(findings),
      `CPU of a transaction: all nodes (peers + orderers + chaincodes). Settings: ${settings.join(', ')}. ` +
        `Idle, the nodes take ${result.idleCpuPerSec.toFixed(2)} CPU seconds a second, which is within all figures. ` +
        `Proposals made again: ${result.retries}.`,
    ].join('\n\n'),
    shown: findings.every(isMet),
  };
}
