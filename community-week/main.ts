// The main job: brings the consortium up, plays one real week of a community, shows what came of it, and keeps the
// consortium running.
import { Command } from 'commander';
import {
  down,
  Interrupted,
  INTERRUPTED_EXIT_CODE,
  interruption,
  reset,
  unlessInterrupted,
  untilInterrupted,
  up,
  type Progress as NetworkProgress,
} from '../test-network-scripts/index.ts';
import { playWeek } from './play.ts';
import { invitation, summary } from './summary.ts';

interface Options {
  readonly fresh?: true;
  readonly exit?: true;
}

const started = Date.now();

/** Plays, and whatever comes of it stops all nodes. Answers the exit code. */
async function main(options: Options): Promise<number> {
  const signal = interruption();
  const failures: unknown[] = [];
  const isOver = await run(options, signal).catch((error: unknown) => {
    failures.push(error);
    return false;
  });
  say('Stopping', 'all nodes');
  // What went wrong first is told last: it is what the operator has to mend.
  await down().catch((error: unknown) => failures.unshift(error));
  const told = failures.filter((failure) => !(failure instanceof Interrupted));
  for (const failure of told) console.error(`commonwatt: ${textOf(failure)}`);
  if (told.length > 0) return 1;
  return isOver ? 0 : INTERRUPTED_EXIT_CODE;
}

/**
 * @returns true once the week has been played and nobody wants to go on
 * @throws Interrupted before
 */
async function run({ fresh, exit }: Options, signal: AbortSignal): Promise<boolean> {
  if (fresh) {
    say('Starting over', 'removing keys and ledgers');
    await reset();
  }
  const consortium = await up({ onProgress: showNetwork, signal });
  say('Ready', 'every organisation answers');
  const played = await unlessInterrupted(signal, playWeek(consortium, say));
  console.log(`\n${summary(played)}\n\n${await invitation(consortium)}`);
  if (!played.audit.balanced) throw new Error('the audit does not balance');
  if (!exit) {
    console.log('\nThe consortium is running; Ctrl-C stops it.');
    await untilInterrupted(signal);
  }
  return true;
}

function showNetwork(progress: NetworkProgress): void {
  if (progress.kind === 'said') say(progress.step, progress.line);
  else if (progress.kind === 'begun') say(progress.step);
}

function textOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

function say(step: string, detail = ''): void {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${step.padEnd(30)} ${detail}`.trimEnd());
}

const program = new Command('npm start --')
  .description('Brings the consortium up and plays one real week of a community on it.')
  .option('--fresh', 'remove all state first and start over')
  .option('--exit', 'stop everything after the summary')
  // What an interrupted week is still waiting for is of no use any more.
  .action(async (options: Options) => process.exit(await main(options)));

await program.parseAsync();
