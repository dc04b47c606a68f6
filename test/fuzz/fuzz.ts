import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PROJECT_ROOT } from '../../test-network-scripts/state-folder.ts';
import type { OpenApiDocument } from '../e2e/malformed-requests/json-schema.ts';
import { Stage } from '../e2e/lifecycle/stage.ts';
import type { Party } from '../e2e/party.ts';
import { CountingProxy, type Tally } from './counting-proxy.ts';
import { operationFinder } from './operation-finder.ts';
import { populate } from './populate.ts';
import { failuresIn, type Failure } from './report.ts';
import { schemathesisProgram } from './program.ts';

/** One run of Schemathesis: somebody at its organisation's gateway. */
interface Run {
  readonly name: string;
  readonly organisation: string;
  readonly token: string;
  readonly phases: string;
  readonly examples: number;
}

export interface RunResult {
  readonly name: string;
  readonly seed: number;
  readonly requests: number;
  readonly failures: readonly Failure[];
  /** What it said, when it ended in another way than by telling failures. */
  readonly trouble: string | null;
}

export interface FuzzResult {
  readonly version: string;
  readonly runs: readonly RunResult[];
  /** By operation, over all runs. */
  readonly tallies: ReadonlyMap<string, Tally>;
}

const FOLDER = join(PROJECT_ROOT, 'test', 'fuzz');
/** Longer than a gateway lets a request wait. */
const ANSWER_SEC = 75;
const ALL_PHASES = 'examples,coverage,fuzzing,stateful';
const RANDOM_PHASES = 'examples,fuzzing,stateful';

/**
 * Fuzzes the gateways of the network of the environment's settings, by members of different roles one after the other.
 *
 * @param scale examples for each operation, in a role's random phases
 */
export async function fuzz({
  seed,
  scale,
  say,
}: {
  readonly seed: number;
  readonly scale: number;
  readonly say: (line: string) => void;
}): Promise<FuzzResult> {
  const program = schemathesisProgram();
  const stage = new Stage();
  await stage.open();
  say('giving every kind of record some records');
  await populate(stage);
  const auditor = stage.market.offices.auditor;
  const { items } = await auditor.get('/v1/transactions', { query: { limit: 1 } });
  const height = items[0]?.blockNumber ?? 1;
  const tallies = new Map<string, Tally>();
  const runs: RunResult[] = [];
  for (const [index, run] of runsOn(stage, scale).entries()) {
    const gateway = stage.market.gatewayUrl(run.organisation);
    const result = await schemathesis(program, { run, gateway, height, seed: seed + index, tallies });
    say(`${run.name}: ${result.requests} requests, ${result.failures.length} failures`);
    runs.push(result);
  }
  return { version: await versionOf(program), runs, tallies };
}

/** Those who could do most harm to the others come last: a registrar may suspend whole organisations. */
function runsOn({ market, cast }: Stage, scale: number): Run[] {
  const { riverside, riversideCollector, gridOperator, buyer, treasurer, supplier, auditor, registrar } =
    market.offices;
  const run = (name: string, organisation: string, { token }: Party, phases = RANDOM_PHASES): Run => ({
    ...{ name, organisation, token, phases },
    examples: scale,
  });
  return [
    run('manager', 'Riverside', riverside, ALL_PHASES),
    run('member', 'Riverside', cast.seller),
    run('collector', 'Riverside', riversideCollector),
    run('gridOperator', 'Utility', gridOperator),
    run('buyer', 'Utility', buyer),
    run('treasurer', 'Utility', treasurer),
    run('supplier', 'Utility', supplier),
    run('auditor', 'Regulator', auditor),
    run('registrar', 'Regulator', registrar, ALL_PHASES),
  ];
}

async function schemathesis(
  program: string,
  {
    run: { name, token, phases, examples },
    gateway,
    height,
    seed,
    tallies,
  }: { run: Run; gateway: string; height: number; seed: number; tallies: Map<string, Tally> },
): Promise<RunResult> {
  const document = (await (await fetch(`${gateway}/v1/openapi.json`)).json()) as OpenApiDocument;
  const proxy = await CountingProxy.open(gateway, operationFinder(document.paths), tallies);
  const reports = join(PROJECT_ROOT, '.commonwatt-fuzz-reports', name);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  try {
    const child = spawn(
      program,
      [
        ...['--config-file', join(FOLDER, 'schemathesis.toml'), 'run', `${proxy.url}/v1/openapi.json`],
        ...['--header', `Authorization: Bearer ${token}`, '--checks', 'all', '--continue-on-failure'],
        ...['--phases', phases, '--max-examples', String(examples), '--seed', String(seed)],
        ...['--request-timeout', String(ANSWER_SEC), '--generation-database', 'none', '--no-shrink'],
        ...['--report', 'ndjson', '--report-dir', reports, '--warnings', 'off', '--no-color'],
      ],
      {
        // It keeps a cache where it is.
        cwd: reports,
        env: { ...process.env, SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: FOLDER, FUZZ_HEIGHT: String(height) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const ended = new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    writeFileSync(join(reports, 'output.txt'), output + errors);
    const [report] = readdirSync(reports).filter((file) => file.endsWith('.ndjson'));
    const failures = report === undefined ? [] : failuresIn(readFileSync(join(reports, report), 'utf8'));
    const isPlain = code === 0 || (code === 1 && failures.length > 0);
    return {
      name,
      seed,
      requests: proxy.requests,
      failures,
      trouble: isPlain ? null : tail(output + errors),
    };
  } finally {
    proxy.close();
  }
}

async function versionOf(program: string): Promise<string> {
  const child = spawn(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return (await text(child.stdout)).trim();
}

const TAIL = 1000;

function tail(output: string): string {
  return output.slice(-TAIL);
}
