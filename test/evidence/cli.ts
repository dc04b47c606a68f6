/** `npm run evidence -- NAME`: runs the full figure of a measurement or proof and writes docs/evidence/NAME.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { PROJECT_ROOT } from '../../test-network-scripts/state-folder.ts';
import { evidenceHeader } from './header.ts';
import { EVIDENCE_RUNS } from './runs.ts';

const FOLDER = join(PROJECT_ROOT, 'docs', 'evidence');

await new Command('npm run evidence --')
  .description(
    'Runs the full figure and writes docs/evidence/NAME.md; exit code 1 when it does not show what it should.',
  )
  .addArgument(new Argument('<name>', 'what is to be shown').choices(Object.keys(EVIDENCE_RUNS)))
  .option('--seed <number>', 'of everything that is random', wholeNumber, 1)
  .action(async (name: string, { seed }: { seed: number }) => {
    const begun = new Date();
    const say = (line: string): void => console.log(line);
    const evidence = await EVIDENCE_RUNS[name]?.({ seed, say });
    if (evidence === undefined) throw new Error(`there is no evidence ${name}`);
    const file = join(FOLDER, `${name}.md`);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(
      file,
      `# ${evidence.title}\n\n${evidenceHeader(name, seed, begun)}\n\n${evidence.body.trimEnd()}\n`,
    );
    console.log(`${evidence.shown ? 'shown' : 'NOT SHOWN'}: ${file}`);
    if (!evidence.shown) process.exitCode = 1;
  })
  .parseAsync();

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError('must be a whole number');
  return value;
}
