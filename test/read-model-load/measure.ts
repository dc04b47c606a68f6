/** List endpoints over a large read model, against a bare route with the same middleware and a body of the same size. */
import { median, percentile } from '../benchmark/statistics.ts';
import type { LoadedGateway } from './loaded-gateway.ts';
import { deviceAt, ownerAt } from './synthetic-chain.ts';

/** Lists as clients ask for them, by name; a hundred items each unless the filter leaves fewer. */
const LISTS: Readonly<Record<string, string>> = {
  holdings: '/v1/holdings?limit=100',
  'holdings of an owner': `/v1/holdings?limit=100&owner=${encodeURIComponent(ownerAt(123))}`,
  'holdings offered': '/v1/holdings?limit=100&state=offered',
  'holdings by vintage': '/v1/holdings?limit=100&sort=vintage',
  'readings of a device': `/v1/readings?limit=100&kind=device&subject=${deviceAt(77)}`,
  'readings in a week': '/v1/readings?limit=100&from=1430000000&until=1430604800',
  devices: '/v1/devices?limit=100',
  transactions: '/v1/transactions?limit=100',
};
const WARM_UP = 20;

export interface ListFigure {
  readonly list: string;
  readonly concurrency: number;
  readonly bytes: number;
  /** Milliseconds. */
  readonly p95: number;
  readonly bareP95: number;
  readonly ratio: number;
}

/** Both sides in turns, each with `requests` requests, `concurrency` of them at any time. */
export async function measureLists(
  gateway: LoadedGateway,
  { concurrency, requests }: { concurrency: number; requests: number },
): Promise<ListFigure[]> {
  const figures: ListFigure[] = [];
  for (const [list, path] of Object.entries(LISTS)) {
    const page = await gateway.page(path);
    const name = encodeURIComponent(list.replaceAll(' ', '-'));
    await gateway.keep(name, page);
    const bare = `/v1/bare/${name}`;
    await times(gateway, [path, bare], { concurrency, requests: WARM_UP });
    const [own = [], bares = []] = await times(gateway, [path, bare], { concurrency, requests });
    const [p95, bareP95] = [percentile(own, 0.95), percentile(bares, 0.95)];
    const bytes = Buffer.byteLength(JSON.stringify(page));
    figures.push({ list, concurrency, bytes, p95, bareP95, ratio: p95 / bareP95 });
  }
  return figures;
}

export interface PageFigure {
  readonly page: number;
  /** Milliseconds, median. */
  readonly first: number;
  readonly deep: number;
  readonly ratio: number;
}

/** Walks to a far page of the holdings by its cursors, then asks for it and for the first one in turns. */
export async function measureDeepPage(
  gateway: LoadedGateway,
  { page, limit, requests }: { page: number; limit: number; requests: number },
): Promise<PageFigure> {
  const first = `/v1/holdings?limit=${limit}&sort=position`;
  let path = first;
  for (let at = 1; at < page; at += 1) {
    const { next } = await gateway.page(path);
    if (next === null) throw new Error(`there are only ${at} pages`);
    path = `${first}&after=${encodeURIComponent(next)}`;
  }
  const { items } = await gateway.page(path);
  if (items.length !== limit) throw new Error(`page ${page} has ${items.length} items`);
  await times(gateway, [first, path], { concurrency: 1, requests: WARM_UP });
  const [firsts = [], deeps = []] = await times(gateway, [first, path], { concurrency: 1, requests });
  const [a, b] = [median(firsts), median(deeps)];
  return { page, first: a, deep: b, ratio: b / a };
}

/** Milliseconds of each path's requests; the paths take turns, so that whatever slows the machine slows them alike. */
async function times(
  gateway: LoadedGateway,
  paths: readonly string[],
  { concurrency, requests }: { concurrency: number; requests: number },
): Promise<number[][]> {
  const taken = paths.map((): number[] => []);
  const rounds = Math.ceil(requests / concurrency);
  for (let round = 0; round < rounds; round += 1) {
    for (const [position, path] of paths.entries()) {
      const ms = await Promise.all(Array.from({ length: concurrency }, () => gateway.time(path)));
      taken[position]?.push(...ms);
    }
  }
  return taken;
}
