/** `up` as a person sees it. */
import { Listr } from 'listr2';
import { interruption, upWith } from './index.ts';
import type { StepRunner } from './index.ts';

export async function showUp(consortiumFile: string | undefined): Promise<void> {
  const started = Date.now();
  const consortium = await upWith(process.stdout.isTTY ? onTerminal : inLines, {
    consortium: consortiumFile,
    signal: interruption(),
  });
  console.log(`\nThe network is up after ${secondsSince(started)} s.`);
  const rows = consortium
    .endpoints()
    .map(({ name, kind, gateway }) => `  ${name.padEnd(12)} ${kind.padEnd(10)} ${gateway}`);
  console.log(['Gateways:', ...rows, '', 'npm run network -- status | logs | token | down'].join('\n'));
}

/** A list whose current step changes in place. */
const onTerminal: StepRunner = async (steps) => {
  const tasks = steps.map(({ title, run }) => ({
    title,
    task: async (_: unknown, task: { output: string; title: string }) => {
      const started = Date.now();
      await run((line) => (task.output = line));
      task.title = `${title} (${secondsSince(started)} s)`;
    },
  }));
  const options = { rendererOptions: { collapseSubtasks: false }, registerSignalListeners: false };
  await new Listr(tasks, options).run();
};

/** One line per event, for logs and pipes. */
const inLines: StepRunner = async (steps) => {
  for (const { title, run } of steps) {
    const started = Date.now();
    await run((line) => console.log(`${title}: ${line}`));
    console.log(`${title}: done after ${secondsSince(started)} s`);
  }
};

function secondsSince(started: number): string {
  return ((Date.now() - started) / 1000).toFixed(1);
}
