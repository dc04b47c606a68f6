// The main job: brings the consortium up, plays one real week of a community, shows what came of it, and keeps the
// consortium running.
import { Command } from 'commander';
import { down, reset, up, type Progress as NetworkProgress } from '../test-network-scripts/index.ts';
import { playWeek } from './play.ts';
import { invitation, summary } from './summary.ts';

interface Options {
  readonly fresh?: true;
  readonly exit?: true;
}

const started = Date.now();

async function main({ fresh, exit }: Options): Promise<void> {
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  try {
    if (fresh) {
      say('Starting over', 'removing keys and ledgers');
      await reset();
    }
    await Promise.race([work(), interrupted]);
    if (!exit) {
      console.log('\nThe consortium is running; Ctrl-C stops it.');
      await interrupted;
    }
  } finally {
    say('Stopping', 'all nodes');
    await down();
  }
}

async function work(): Promise<void> {
  const consortium = await up({ onProgress: showNetwork });
  say('Ready', 'every organisation answers');
  const played = await playWeek(consortium, say);
  console.log(`\n${summary(played)}\n\n${await invitation(consortium)}`);
  if (!played.audit.balanced) throw new Error('the audit does not balance');
}

function showNetwork(progress: NetworkProgress): void {
  if (progress.kind === 'said') say(progress.step, progress.line);
  else if (progress.kind === 'begun') say(progress.step);
}

function say(step: string, detail = ''): void {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${step.padEnd(30)} ${detail}`.trimEnd());
}

const program = new Command('npm start --')
  .description('Brings the consortium up and plays one real week of a community on it.')
  .option('--fresh', 'remove all state first and start over')
  .option('--exit', 'stop everything after the summary')
  .action(async (options: Options) => main(options));

try {
  await program.parseAsync();
} catch (error) {
  console.error(`commonwatt: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
