import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { importHallReadings } from '../../community-week/import-hall-readings.ts';
import { Latency } from '../../community-week/latency.ts';
import { openOffices } from '../../community-week/offices.ts';
import { weekOf } from '../../community-week/play.ts';
import { registerHall } from '../../community-week/register-hall.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { runningNetwork } from '../network/running-network.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MOST_COMMANDS = 5;
const QUARTER_SEC = 900;
/** Of the week: a day makes a block. */
const BLOCKS = 7;

describe('the first reading, as the README tells it', function () {
  this.timeout(240_000);

  const [start, ...commands] = commandsOf(
    section(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'Your first reading'),
  );
  let network: Consortium;

  before(async () => {
    network = await runningNetwork();
  });

  it('is accepted after five commands at most, of which the first is npm start', () => {
    assert.equal(start, 'npm start');
    assert.ok(commands.length > 0 && commands.length < MOST_COMMANDS);
  });

  it('finds the week of the hall imported, which is done once however often it is begun', async () => {
    const plan = weekOf(network);
    const offices = await openOffices(network, new Latency());
    const { manager, collector } = offices.cooperatives.Riverside;
    const sequences: number[] = [];
    for (let run = 0; run < 2; run += 1) {
      await registerHall(offices, plan);
      await importHallReadings(collector, plan);
      const head = await manager.client.get('/v1/connection-points/{id}/head', {
        path: { id: plan.hall.id },
      });
      assert.deepEqual([head.coveredUntil, head.gaps], [plan.end, []]);
      sequences.push(head.sequence);
    }
    assert.deepEqual(sequences, [BLOCKS, BLOCKS]);
  });

  it('is accepted each quarter of an hour anew, and exists when the very same is sent again', async () => {
    const before = Math.floor(Date.now() / 1000) - QUARTER_SEC;
    const [earlier] = await run([`date() { echo ${before}; }`, ...commands]);
    const importing = commands.findIndex((command) => command.includes('/readings/imports'));
    const [receipt, shown, again] = await run([...commands, commands[importing] ?? '']);
    const verdicts = [earlier, receipt, again].map((line) => (line as Receipt).verdict);
    assert.deepEqual(verdicts, ['accepted', 'accepted', 'exists']);
    const { start: quarter, end } = receipt as Receipt;
    assert.equal(end - quarter, QUARTER_SEC);
    assert.ok(quarter > (earlier as Receipt).start);
    assert.deepEqual((shown as Page).items, [
      {
        start: quarter,
        registers: [{ register: 'import', values: [640], estimated: [] }],
        attestedBy: 'RiversideMSP/collector',
      },
    ]);
  });

  it('does no harm to a week that is begun once more', async () => {
    const { collector } = (await openOffices(network, new Latency())).cooperatives.Riverside;
    const plan = weekOf(network);
    const sequence = async (): Promise<number> => {
      const path = { id: plan.hall.id };
      return (await collector.client.get('/v1/connection-points/{id}/head', { path })).sequence;
    };
    const before = await sequence();
    await importHallReadings(collector, plan);
    assert.equal(await sequence(), before);
  });

  /** Gives bash the commands, of which each prints a line of JSON or nothing; the network's ports are all that is changed. */
  async function run(lines: readonly string[]): Promise<unknown[]> {
    const script = lines
      .join('\necho\n')
      .replaceAll(/localhost:(\d+)/g, (_, port) => `localhost:${portOf(String(port))}`);
    const env = { ...process.env, COMMONWATT_STATE: network.state.root };
    const { stdout } = await promisify(execFile)('bash', ['-e', '-c', script], { cwd: ROOT, env });
    const printed = stdout.split('\n').filter((line) => line !== '');
    return printed.map((line): unknown => JSON.parse(line));
  }
});

interface Receipt {
  readonly verdict: string;
  readonly start: number;
  readonly end: number;
}

interface Page {
  readonly items: readonly unknown[];
}

/** Where the network of this test listens instead. */
function portOf(port: string): number {
  return Number(port) + Number(process.env.COMMONWATT_PORT_OFFSET ?? 0);
}

/** A section of the document, up to the next heading. */
function section(document: string, heading: string): string {
  const [, text] = document.split(`# ${heading}\n`);
  assert.ok(text !== undefined, `there is no section ${heading}`);
  return text.split(/^#/m)[0] ?? '';
}

/** The commands of its fenced blocks that are in no language, each with its continued lines and its here-document. */
function commandsOf(text: string): string[] {
  const commands: string[] = [];
  for (const [, language, block = ''] of text.matchAll(/^```(\w*)\n(.*?)^```$/gms)) {
    if (language !== '') continue;
    let isComplete = true;
    let until = '';
    for (const line of block.trimEnd().split('\n')) {
      if (isComplete) commands.push(line);
      else commands.push(`${commands.pop() ?? ''}\n${line}`);
      if (until !== '') isComplete = line === until;
      else {
        until = /<<(\w+)$/.exec(line)?.[1] ?? '';
        isComplete = until === '' && !line.endsWith('\\');
      }
      if (isComplete) until = '';
    }
  }
  return commands;
}
