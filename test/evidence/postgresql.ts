import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../test-network-scripts/state-folder.ts';
import { PostgresqlServer } from '../postgresql/server.ts';
import type { EvidenceRun } from './evidence.ts';
import { loadConsortium } from '../../network/consortium.ts';

const METHOD =
  'Debian’s PostgreSQL server is started with a new cluster on a free port, under a user of its own, with a database ' +
  'for each organisation’s gateway. All suites that run on a real network are then run with `DATABASE_URL` naming these ' +
  'databases, in place of the embedded ones that the gateways use by default; so are all suites of the gateway, each ' +
  'test’s database being a new one of the server. (`npm test` runs both on the embedded database, and on a server the ' +
  'tests of what the gateway asks of its database.)';
const SUM = /^(\d+) passed, (\d+) failed/;
const GATEWAY_SUITES = 'test/gateway/**/*.test.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const postgresqlEvidence: EvidenceRun = async ({ say }) => {
  const server = await PostgresqlServer.start();
  try {
    const { organisations } = loadConsortium();
    for (const { name } of organisations) await server.createDatabase(databaseOf(name.toLowerCase()));
    const gateway = await runGatewaySuites(server.url('postgres'), say);
    const network = await runNetworkSuites(server.url(databaseOf('{organisation}')), say);
    const figures = [
      `| gateway | ${gateway.passed} | ${gateway.failed} |`,
      `| network | ${network.passed} | ${network.failed} |`,
    ];
    const table = ['| suites | passed | failed |', '|---|---|---|', ...figures].join('\n');
    return {
      title: 'The suites on a PostgreSQL server',
      body: [METHOD, `Server: PostgreSQL ${await server.version()}.`, table].join('\n\n'),
      shown: [gateway, network].every(({ passed, failed }) => passed > 0 && failed === 0),
    };
  } finally {
    await server.stop();
  }
};

function databaseOf(organisation: string): string {
  return `commonwatt_${organisation}`;
}

async function runGatewaySuites(server: string, say: (line: string) => void): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'commonwatt-test-'));
  try {
    const file = join(folder, 'counts.json');
    const mocha = join(PROJECT_ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js');
    const reporter = join(PROJECT_ROOT, 'test', 'reporter.cjs');
    const environment = { COMMONWATT_TEST_DATABASE_SERVER: server, COMMONWATT_TEST_COUNTS: file };
    for await (const line of linesOf([mocha, '--reporter', reporter, GATEWAY_SUITES], environment)) say(line);
    const counts = JSON.parse(readFileSync(file, 'utf8')) as { passes: number; failures: number };
    return { passed: counts.passes, failed: counts.failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runNetworkSuites(databaseUrl: string, say: (line: string) => void): Promise<Counts> {
  const command = [join(PROJECT_ROOT, 'test', 'run.ts'), 'network'];
  let sum: RegExpExecArray | null = null;
  for await (const line of linesOf(command, { DATABASE_URL: databaseUrl })) {
    say(line);
    sum = SUM.exec(line) ?? sum;
  }
  if (sum === null) throw new Error('the suites did not finish');
  return { passed: Number(sum[1]), failed: Number(sum[2]) };
}

function linesOf(args: readonly string[], environment: NodeJS.ProcessEnv): AsyncIterable<string> {
  const { stdout } = spawn(process.execPath, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return createInterface(stdout);
}
