import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../test-network-scripts/state-folder.ts';
import { PostgresqlServer } from '../postgresql/server.ts';
import type { EvidenceRun } from './evidence.ts';
import { loadConsortium } from '../../network/consortium.ts';

const METHOD =
  'Debian’s PostgreSQL server is started with a new cluster on a free port, under a user of its own, with a database ' +
  'for each organisation’s gateway. All suites that run on a real network are then run with `DATABASE_URL` naming these ' +
  'databases, in place of the embedded ones that the gateways use by default. The tests of what the gateway asks of its ' +
  'database run on both in every `npm test`.';
const SUM = /^(\d+) passed, (\d+) failed/;

export const postgresqlEvidence: EvidenceRun = async ({ say }) => {
  const server = await PostgresqlServer.start();
  try {
    const { organisations } = loadConsortium();
    for (const { name } of organisations) await server.createDatabase(databaseOf(name.toLowerCase()));
    const { passed, failed } = await runNetworkSuites(server.url(databaseOf('{organisation}')), say);
    const figures = [
      `| passed | ${passed} |`,
      `| failed | ${failed} |`,
      `| server | ${await server.version()} |`,
    ];
    return {
      title: 'The suites on a PostgreSQL server',
      body: [METHOD, ['| | |', '|---|---|', ...figures].join('\n')].join('\n\n'),
      shown: passed > 0 && failed === 0,
    };
  } finally {
    await server.stop();
  }
};

function databaseOf(organisation: string): string {
  return `commonwatt_${organisation}`;
}

async function runNetworkSuites(
  databaseUrl: string,
  say: (line: string) => void,
): Promise<{ passed: number; failed: number }> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'test', 'run.ts'), 'network'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let sum: RegExpExecArray | null = null;
  for await (const line of createInterface(child.stdout)) {
    say(line);
    sum = SUM.exec(line) ?? sum;
  }
  if (sum === null) throw new Error('the suites did not finish');
  return { passed: Number(sum[1]), failed: Number(sum[2]) };
}
