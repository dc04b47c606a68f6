import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence, EvidenceRun } from '../evidence/evidence.ts';
import { PostgresqlServer } from '../postgresql/server.ts';
import { LoadedGateway } from './loaded-gateway.ts';
import { measureDeepPage, measureLists, type ListFigure, type PageFigure } from './measure.ts';
import { INTERVALS_OF_BLOCK, type ChainSize } from './synthetic-chain.ts';

const SIZE: ChainSize = { holdings: 1_000_000, intervals: 20_000_000 };
const REQUESTS = 400;
/** The last one of the holdings. */
const PAGE = { page: 10_000, limit: 100, requests: 200 };
const MOST = { listRatio: 5, pageRatio: 1.2, megabytes: 512 };

const METHOD =
  `${SIZE.holdings.toLocaleString('en')} holdings and ${SIZE.intervals.toLocaleString('en')} reading intervals (profile ` +
  `blocks of ${INTERVALS_OF_BLOCK}) come to a gateway’s projector as blocks of a synthetic chain, which another process ` +
  'makes, and are then asked for over HTTP by a third process on the same machine. “Bare” is a route in the same ' +
  'application, behind the same middleware, that answers the very page of the list from memory. The two take turns. ' +
  `Each p95 is of ${REQUESTS} requests from sending to the last byte; a list’s may be at most ${MOST.listRatio} times ` +
  `the bare route’s. Page ${PAGE.page.toLocaleString('en')} of the holdings (${PAGE.limit} a page, by its cursor) and ` +
  `page 1 take turns as well, ${PAGE.requests} requests each: its median may be at most ${MOST.pageRatio} times page 1’s. ` +
  `Memory is the peak of the gateway’s resident set, the embedded database and the in-memory peers included: below ` +
  `${MOST.megabytes} MiB.`;

interface Side {
  readonly name: string;
  readonly gateway: Pick<LoadedGateway, 'projectionSec' | 'projectionMegabytes'>;
  readonly lists: readonly ListFigure[];
  readonly page: PageFigure;
  readonly megabytes: number;
}

export const readModelLoadEvidence: EvidenceRun = async ({ say }) => {
  const embedded = await measureSide('embedded database', { concurrencies: [1, 8] }, say);
  const server = await PostgresqlServer.start();
  try {
    await server.createDatabase('load');
    const onServer = await measureSide(
      `PostgreSQL ${await server.version()}`,
      { concurrencies: [32], databaseUrl: server.url('load') },
      say,
    );
    return evidenceOf([embedded, onServer]);
  } finally {
    await server.stop();
  }
};

async function measureSide(
  name: string,
  { concurrencies, databaseUrl }: { concurrencies: readonly number[]; databaseUrl?: string },
  say: (line: string) => void,
): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), 'commonwatt-load-'));
  try {
    const directory = join(folder, 'database');
    const setting = { size: SIZE, directory, ...(databaseUrl !== undefined && { databaseUrl }) };
    const gateway = await LoadedGateway.start(setting, (line) => say(`${name}: ${line}`));
    const lists: ListFigure[] = [];
    for (const concurrency of concurrencies) {
      const figures = await measureLists(gateway, { concurrency, requests: REQUESTS });
      for (const figure of figures) say(`${name}: ${describe(figure)}`);
      lists.push(...figures);
    }
    const page = await measureDeepPage(gateway, PAGE);
    const megabytes = await gateway.megabytes();
    await gateway.close();
    return { name, gateway, lists, page, megabytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function evidenceOf(sides: readonly Side[]): Evidence {
  return {
    title: 'Lists over a million holdings and twenty million intervals',
    body: [METHOD, ...sides.map(section)].join('\n\n'),
    shown: sides.every(
      ({ lists, page, megabytes }) =>
        lists.every(({ ratio }) => ratio <= MOST.listRatio) &&
        page.ratio <= MOST.pageRatio &&
        megabytes < MOST.megabytes,
    ),
  };
}

function section({ name, gateway, lists, page, megabytes }: Side): string {
  const rows = lists.map(
    ({ list, concurrency, bytes, p95, bareP95, ratio }) =>
      `| ${list} | ${concurrency} | ${bytes.toLocaleString('en')} | ${p95.toFixed(1)} | ${bareP95.toFixed(1)} | ${ratio.toFixed(2)} |`,
  );
  return [
    `## ${name}`,
    [
      '| list | concurrency | bytes | p95, ms | bare p95, ms | ratio |',
      '|---|---|---|---|---|---|',
      ...rows,
    ].join('\n'),
    [
      '| | |',
      '|---|---|',
      `| page 1, median | ${page.first.toFixed(1)} ms |`,
      `| page ${page.page.toLocaleString('en')}, median | ${page.deep.toFixed(1)} ms, ratio ${page.ratio.toFixed(2)} |`,
      `| projected in | ${gateway.projectionSec.toFixed(0)} s, memory until then ${gateway.projectionMegabytes.toFixed(0)} MiB |`,
      `| memory, peak | ${megabytes.toFixed(0)} MiB |`,
    ].join('\n'),
  ].join('\n\n');
}

function describe({ list, concurrency, p95, bareP95, ratio }: ListFigure): string {
  return `${list}, ${concurrency} at a time: ${p95.toFixed(1)} ms against ${bareP95.toFixed(1)} ms, ${ratio.toFixed(2)}`;
}
