/**
 * Faults of the released sources that stop a consortium, corrected in a copy before the build. Each goes as soon as a
 * release without the fault can be pinned.
 */
import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NoFabricBinaries } from './tools.ts';

interface Fix {
  readonly file: string;
  /** Must occur exactly once. */
  readonly before: string;
  readonly after: string;
}

interface FixedModule {
  readonly path: string;
  readonly fixes: readonly Fix[];
}

/**
 * An ordering node that takes a decision while its view ends waits for ever on whoever wanted to know, and with it all
 * that the node does for the channel: https://github.com/hyperledger-labs/SmartBFT/pull/681. Such a node counts as a
 * failed one, so that with four of them the next failure ends all ordering.
 */
const SMART_BFT: FixedModule = {
  path: 'github.com/hyperledger-labs/SmartBFT',
  fixes: [
    {
      file: 'internal/bft/controller.go',
      before: 'case c.deliverChan <- struct{}{}:',
      // The view is stopped: nobody waits for the delivery, which has happened.
      after: 'case c.deliverChan <- struct{}{}:\n\tcase <-c.currentViewAbortChan():',
    },
    {
      file: 'internal/bft/viewchanger.go',
      before: 'v.inFlightDecideChan = make(chan struct{})',
      after: 'v.inFlightDecideChan = make(chan struct{}, 1)',
    },
    {
      file: 'internal/bft/viewchanger.go',
      before: 'v.inFlightSyncChan = make(chan struct{})',
      after: 'v.inFlightSyncChan = make(chan struct{}, 1)',
    },
    {
      file: 'internal/bft/viewchanger.go',
      // Not answered to an earlier attempt, whose view has ended by now.
      before: '\tinFlightView.Start()\n',
      after:
        '\tselect {\n\tcase <-v.inFlightDecideChan:\n\tdefault:\n\t}\n' +
        '\tselect {\n\tcase <-v.inFlightSyncChan:\n\tdefault:\n\t}\n' +
        '\tinFlightView.Start()\n',
    },
    {
      file: 'internal/bft/viewchanger.go',
      before: '\tv.inFlightSyncChan <- struct{}{}\n',
      after: '\tselect {\n\tcase v.inFlightSyncChan <- struct{}{}:\n\tdefault:\n\t}\n',
    },
    {
      file: 'internal/bft/viewchanger.go',
      before: '\tcase v.inFlightDecideChan <- struct{}{}:\n\t\treturn\n\tcase <-v.stopChan:\n\t\treturn\n\t}',
      after: '\tcase v.inFlightDecideChan <- struct{}{}:\n\tdefault:\n\t}',
    },
  ],
};

const FIXED_MODULES: readonly FixedModule[] = [SMART_BFT];

/**
 * Copies what is to be fixed into `target`, fixes it, and writes a `go.mod` there that uses the copies in place of the
 * released sources.
 *
 * @param module folder of a Go module
 * @returns the `go.mod` for the build; undefined when the module has nothing that needs a fix
 * @throws NoFabricBinaries when a source is not the one that a fix is made for
 */
export async function fixSources(
  module: string,
  target: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const requirements = readFileSync(join(module, 'go.mod'), 'utf8');
  const wanted = FIXED_MODULES.filter(({ path }) => requirements.includes(`\t${path} `));
  if (wanted.length === 0) return undefined;
  const replacements: string[] = [];
  for (const { path, fixes } of wanted) {
    const copy = join(target, path);
    cpSync(await download(path, module, env), copy, { recursive: true });
    makeWritable(copy);
    for (const fix of fixes) apply(fix, copy);
    replacements.push(`replace ${path} => ${JSON.stringify(copy)}\n`);
  }
  const file = join(target, 'go.mod');
  writeFileSync(file, `${requirements}\n${replacements.join('')}`);
  copyFileSync(join(module, 'go.sum'), join(target, 'go.sum'));
  return file;
}

/** @returns the folder in Go's cache, whose content go.sum has vouched for */
async function download(path: string, module: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('go', ['mod', 'download', '-json', path], {
      cwd: module,
      env,
    });
    return (JSON.parse(stdout) as { Dir: string }).Dir;
  } catch (error) {
    throw new NoFabricBinaries(`fetching ${path} failed: ${String(error)}`);
  }
}

/** Go's cache is read-only, and so is a copy of it. */
function makeWritable(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of ['.', ...names]) chmodSync(join(folder, name), 0o755);
}

function apply({ file, before, after }: Fix, folder: string): void {
  const path = join(folder, file);
  const parts = readFileSync(path, 'utf8').split(before);
  if (parts.length !== 2)
    throw new NoFabricBinaries(`${file} has ${parts.length - 1} times, not once: ${before.trim()}`);
  writeFileSync(path, parts.join(after));
}
