/** Builds Fabric's programs from the Go modules pinned in network/fabric. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { withLock } from '../file-lock.ts';
import { Interrupted } from '../interruption.ts';
import { PROJECT_ROOT } from '../state-folder.ts';
import { NODE_MARK, markedProcesses, signalProcess } from '../supervisor/process-identity.ts';
import { fixSources } from './source-fixes.ts';
import { NoFabricBinaries, missingTools } from './tools.ts';
import { FABRIC_COMMIT, FABRIC_VERSION, FIXES, OLDEST_GO } from './versions.ts';

/** Each with the dependencies that its release was tested with. */
const MODULES = ['fabric-ca', 'fabric'].map((name) => join(PROJECT_ROOT, 'network', name));
const REPORT_EVERY_MS = 5_000;
/** A build compiles about this many packages; only for the progress line. */
const EXPECTED_PACKAGES = 1_100;
const LAST_LINES = 15;

/**
 * Builds into `target`, one build at a time on this machine account.
 *
 * @param signal ends the build when it is aborted
 * @throws NoFabricBinaries when Go or a C compiler is missing or the build fails; Interrupted
 */
export async function buildBinaries(
  target: string,
  progress: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = (pid: number) => progress(`waiting for the build of Fabric that process ${pid} is doing`);
  await withLock(`${target}.lock`, waiting, async () => {
    if (missingTools(target).length === 0) return;
    checkGo();
    checkCompiler();
    const draft = `${target}.draft`;
    endCompilers(draft); // those of a build that was killed
    rmSync(draft, { recursive: true, force: true });
    rmSync(sources(draft), { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true });
    await goInstall(draft, progress, signal);
    rmSync(sources(draft), { recursive: true, force: true });
    const missing = missingTools(draft);
    if (missing.length > 0)
      throw new NoFabricBinaries(`the build of Fabric did not make ${missing.join(', ')}`);
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  });
}

/** Where the corrected sources of a build are. */
function sources(target: string): string {
  return `${target}.src`;
}

function checkGo(): void {
  // Asked outside of the module: inside, an old Go would try to fetch a newer toolchain.
  const { stdout, error } = spawnSync('go', ['env', 'GOVERSION'], {
    encoding: 'utf8',
    cwd: '/',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  const needed = `${OLDEST_GO.major}.${OLDEST_GO.minor}`;
  const advice = `Install Go ${needed} or later (https://go.dev/dl), or set COMMONWATT_FABRIC_BIN to a folder with the programs of Fabric 3 and Fabric CA.`;
  if (error) throw new NoFabricBinaries(`Fabric has to be built, and there is no Go. ${advice}`);
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(stdout) ?? [];
  const isOld =
    Number(major) < OLDEST_GO.major || (Number(major) === OLDEST_GO.major && Number(minor) < OLDEST_GO.minor);
  if (isOld) throw new NoFabricBinaries(`Fabric has to be built, and ${stdout.trim()} is too old. ${advice}`);
}

function checkCompiler(): void {
  const { stdout } = spawnSync('go', ['env', 'CC'], { encoding: 'utf8', cwd: '/' });
  const [compiler = ''] = stdout.trim().split(/\s+/);
  if (!spawnSync(compiler, ['--version']).error) return;
  throw new NoFabricBinaries(
    `Fabric CA has to be built, and there is no C compiler (${compiler}), which its database needs. ` +
      'Install one (Debian and Ubuntu: apt-get install gcc libc6-dev; macOS: xcode-select --install).',
  );
}

async function goInstall(
  target: string,
  progress: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const follower = new BuildProgress(progress);
  const end = () => endCompilers(target);
  signal?.addEventListener('abort', end);
  try {
    // Together, because the C part of the CA's database takes a minute on one processor.
    await Promise.all(MODULES.map((module) => goInstallModule(module, target, follower, signal)));
  } catch (error) {
    throw signal?.aborted ? new Interrupted() : error;
  } finally {
    signal?.removeEventListener('abort', end);
    follower.end();
  }
}

/** Ends Go, and the compilers that it has started, which would go on without it. */
function endCompilers(target: string): void {
  for (const { identity } of markedProcesses(target)) signalProcess(identity, 'SIGKILL');
}

async function goInstallModule(
  module: string,
  target: string,
  follower: BuildProgress,
  signal?: AbortSignal,
): Promise<void> {
  const stamp = (path: string, value: string) => `-X github.com/hyperledger/${path}=${value}`;
  const flags = [
    '-s -w',
    stamp('fabric/common/metadata.Version', `v${FABRIC_VERSION}`),
    stamp('fabric/common/metadata.CommitSHA', `${FABRIC_COMMIT}-${FIXES}`),
  ].join(' ');
  const env = {
    ...process.env,
    GOBIN: target,
    CGO_ENABLED: '1',
    GOFLAGS: '-mod=readonly',
    GOWORK: 'off',
    [NODE_MARK]: target,
  };
  const fixed = await fixSources(module, sources(target), env);
  signal?.throwIfAborted();
  const modfile = fixed === undefined ? [] : ['-modfile', fixed];
  const child = spawn('go', ['install', '-v', '-trimpath', ...modfile, '-ldflags', flags, 'tool'], {
    cwd: module,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  createInterface(child.stderr).on('line', (line) => follower.add(line));
  await new Promise<void>((resolve, reject) => {
    child.on('error', (error) => reject(new NoFabricBinaries(`go cannot be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new NoFabricBinaries(`building Fabric failed (exit ${code}):\n${follower.lastLines()}`));
    });
  });
}

/** Turns the compiler's lines, one per package, into a line every few seconds. */
class BuildProgress {
  readonly #started = Date.now();
  readonly #report: (line: string) => void;
  readonly #timer: NodeJS.Timeout;
  #downloaded = 0;
  #compiled = 0;
  #tail: string[] = [];

  constructor(report: (line: string) => void) {
    this.#report = report;
    report(`building Fabric ${FABRIC_VERSION} from source, once: about two minutes`);
    this.#timer = setInterval(() => this.#tell(), REPORT_EVERY_MS);
  }

  add(line: string): void {
    if (line.startsWith('go: downloading')) this.#downloaded += 1;
    else this.#compiled += 1;
    this.#tail = [...this.#tail, line].slice(-LAST_LINES);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#tell();
  }

  lastLines(): string {
    return this.#tail.join('\n');
  }

  #tell(): void {
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    this.#report(
      `building Fabric: ${this.#downloaded} modules fetched, ${this.#compiled} of about ${EXPECTED_PACKAGES} packages compiled, ${seconds} s`,
    );
  }
}
