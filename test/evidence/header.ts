/** Under which circumstances a piece of evidence was made. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { FABRIC_VERSION } from '../../test-network-scripts/binaries/versions.ts';
import { PROJECT_ROOT } from '../../test-network-scripts/state-folder.ts';

const BYTES_PER_GIB = 2 ** 30;

/** A Markdown list. `begun` is when the run began. */
export function evidenceHeader(name: string, seed: number, begun: Date): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const memory = Math.round(totalmem() / BYTES_PER_GIB);
  // Far above the number of cores, it tells that the machine did other work as well.
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  return [
    `- Command: \`npm run evidence -- ${name} --seed ${seed}\``,
    `- Commit: ${commit()}`,
    `- Date: ${begun.toISOString().slice(0, 10)}`,
    `- Machine: ${availableParallelism()} cores (${model}), ${memory} GiB of memory`,
    `- Load average at the end, over 1, 5 and 15 minutes: ${load}`,
    `- Node ${process.versions.node}, Hyperledger Fabric ${FABRIC_VERSION}`,
    `- Seed: ${seed}`,
  ].join('\n');
}

function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: PROJECT_ROOT, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  return `${git('rev-parse', '--short=12', 'HEAD')}${changed ? ', with changes that were not committed' : ''}`;
}
