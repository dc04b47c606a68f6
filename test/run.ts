// The test command: static checks, then the suites, then one line with the sum.
// `npm test` runs everything; `npm test -- units` or `npm test -- network` a part of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Counts {
  passes: number;
  failures: number;
  pending: number;
}

const root = join(import.meta.dirname, '..');

interface Step {
  readonly part: 'static' | 'units' | 'network';
  readonly name: string;
  run(): Counts | Promise<Counts>;
}

/** Tests of what the gateway asks of its database; the others use it in no other way. */
const ON_EITHER_DATABASE = [
  'test/gateway/{read-model,services,fabric}/**/*.test.ts',
  'test/gateway/routes/{bulk,events,lists,reading-imports,webhooks}.test.ts',
];

const steps: readonly Step[] = [
  check('types', 'typescript/bin/tsc', '-b'),
  check('eslint', 'eslint/bin/eslint.js', '.'),
  check('prettier', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  suite('units', 'unit and contract tests', [
    ...[
      'audit',
      'benchmark',
      'chaincode',
      'client',
      'community-week',
      'fabric-ca-client',
      'gateway',
      'house',
      'key-sealing',
      'ledger',
      'simulation',
      'statement-verifier',
    ].map((folder) => `test/${folder}/**/*.test.ts`),
    'test/network/unit/**/*.test.ts',
  ]),
  {
    part: 'units',
    name: 'gateway tests on a PostgreSQL server',
    run: () => onPostgresql(() => suite('units', 'gateway', ON_EITHER_DATABASE).run()),
  },
  {
    part: 'network',
    name: 'tests on a real network',
    run: () =>
      onOwnNetwork(() =>
        suite('network', 'network', ['test/network/*.test.ts', 'test/e2e/**/*.test.ts']).run(),
      ),
  },
];

/** Clear of the default ports and of the range that the kernel gives to clients. */
const TEST_PORT_OFFSET = '10000';

/** Several times what the longest takes; a step that waits for ever must not keep the others' results from being told. */
const LONGEST_STEP_MS = 40 * 60_000;

/** Where the suites note the codes that gateways answer them. */
const codesFolder = mkdtempSync(join(tmpdir(), 'commonwatt-codes-'));
const CODES_CHECK = 'every code of a gateway was answered to the suites';

const wanted = process.argv.slice(2);
const total: Counts = { passes: 0, failures: 0, pending: 0 };
for (const step of steps.filter(({ part }) => wanted.length === 0 || wanted.includes(part))) await take(step);
if (wanted.length === 0) await take({ name: CODES_CHECK, run: checkCodes });
rmSync(codesFolder, { recursive: true, force: true });
const skipped = total.pending > 0 ? `, ${total.pending} skipped` : '';
console.log(`\n${total.passes} passed, ${total.failures} failed${skipped}`);
process.exitCode = total.failures > 0 || total.passes === 0 ? 1 : 0;

async function take(step: Pick<Step, 'name' | 'run'>): Promise<void> {
  const start = Date.now();
  console.log(`\n== ${step.name}`);
  const counts = await attempt(step);
  total.passes += counts.passes;
  total.failures += counts.failures;
  total.pending += counts.pending;
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`== ${step.name}: ${counts.passes} passed, ${counts.failures} failed (${seconds} s)`);
}
/** A step that cannot even begin, without Fabric's programs, say, is a failure like others. */
async function attempt(step: Pick<Step, 'run'>): Promise<Counts> {
  try {
    return await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passes: 0, failures: 1, pending: 0 };
  }
}

/** A tool that counts as one test: it passes when it exits with 0. */
function check(name: string, program: string, ...args: string[]): Step {
  return {
    part: 'static',
    name,
    run: () => {
      const passed = node([join(root, 'node_modules', program), ...args]) === 0;
      return { passes: passed ? 1 : 0, failures: passed ? 0 : 1, pending: 0 };
    },
  };
}

/** The suites make databases on a server of their own. */
async function onPostgresql(run: Step['run']): Promise<Counts> {
  const { PostgresqlServer } = await import('./postgresql/server.ts');
  if (!PostgresqlServer.isInstalled()) {
    console.log('skipped: there is no PostgreSQL server on this machine (apt-get install postgresql)');
    return { passes: 0, failures: 0, pending: 1 };
  }
  const server = await PostgresqlServer.start();
  process.env.COMMONWATT_TEST_DATABASE_SERVER = server.url('postgres');
  try {
    return await run();
  } finally {
    delete process.env.COMMONWATT_TEST_DATABASE_SERVER;
    await server.stop();
  }
}

/**
 * The suites share one network, beside whatever network the user runs: with its own state and its own ports. It is
 * removed afterwards, unless something failed and its logs may tell why.
 */
async function onOwnNetwork(run: Step['run']): Promise<Counts> {
  process.env.COMMONWATT_STATE = join(root, '.commonwatt-test');
  process.env.COMMONWATT_PORT_OFFSET ??= TEST_PORT_OFFSET;
  const { down, reset } = await import('../test-network-scripts/index.ts');
  await reset();
  // Building Fabric takes minutes, once: longer than any test may wait for its network.
  const { locateBinaries } = await import('../test-network-scripts/binaries/locate.ts');
  await locateBinaries((line) => console.log(line));
  const counts = await run();
  await (counts.failures === 0 ? reset() : down());
  return counts;
}

function suite(part: Step['part'], name: string, args: readonly string[]): Step {
  return {
    part,
    name,
    run: () => {
      const folder = mkdtempSync(join(tmpdir(), 'commonwatt-test-'));
      const file = join(folder, 'counts.json');
      try {
        const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
        const recorder = join(root, 'test/answers/record-codes.ts');
        const options = ['--require', recorder, '--reporter', 'test/reporter.cjs'];
        const status = node([mocha, ...options, ...args], {
          COMMONWATT_TEST_COUNTS: file,
          COMMONWATT_TEST_CODES: codesFolder,
        });
        const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
        // A run that ended badly without a failed test (a crash on the way out, say) is a failure all the same.
        return status !== 0 && counts.failures === 0 ? { ...counts, failures: 1 } : counts;
      } catch (error) {
        console.error(`${name} did not finish: ${String(error)}`);
        return { passes: 0, failures: 1, pending: 0 };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Fails for a registered code that was never answered: a rule that no test has met, or that no request can. */
async function checkCodes(): Promise<Counts> {
  const { CODES } = await import('../gateway/src/problem/code.ts');
  const { compareCodes, notedCodes } = await import('./answers/codes.ts');
  const { missing, unknown } = compareCodes(Object.keys(CODES), notedCodes(codesFolder));
  if (missing.length > 0) console.error(`never answered: ${missing.join(', ')}`);
  if (unknown.length > 0) console.error(`answered, but not registered: ${unknown.join(', ')}`);
  const failures = missing.length + unknown.length > 0 ? 1 : 0;
  return { passes: 1 - failures, failures, pending: 0 };
}

/** @returns the exit code; null when it was ended because it took far too long */
function node(args: readonly string[], environment: NodeJS.ProcessEnv = {}): number | null {
  const options = {
    cwd: root,
    stdio: 'inherit' as const,
    env: { ...process.env, ...environment },
    timeout: LONGEST_STEP_MS,
    killSignal: 'SIGKILL' as const,
  };
  return spawnSync(process.execPath, args, options).status;
}
