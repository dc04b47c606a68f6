/** A client of the event stream is cut off again and again while the ledger goes on. */
import { setTimeout as pause } from 'node:timers/promises';
import { CommonwattClient, type LedgerEvent } from '@commonwatt/client';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import { Expectations, type Finding } from '../faults/finding.ts';
import { SteadyPayments } from '../faults/steady-payments.ts';
import type { Market } from '../market.ts';
import { CuttingProxy } from './cutting-proxy.ts';
import { changesOnLedger, type Change } from './ledger-events.ts';

export interface CutStreamOptions {
  readonly cuts: number;
  readonly paymentsInFlight: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

const PATIENCE_MS = 240_000;
const LOOK_MS = 100;

/** The client sees every change that the ledger has, once and in order. */
export async function cutStream(
  market: Market,
  { cuts, paymentsInFlight, seed, say }: CutStreamOptions,
): Promise<Finding> {
  const { auditor, riverside } = market.offices;
  const expectations = new Expectations();
  const payments = await SteadyPayments.open(market, seed);
  const fromBlock = await newestBlock(market);
  const proxy = await CuttingProxy.open(market.gatewayUrl('Regulator'), cuts, new SeededRandom(seed));
  const client = new CommonwattClient({ url: proxy.url, token: auditor.token });
  const reader = new Reader(client, `${fromBlock}.0.0`);
  try {
    say(`cutting the stream ${cuts} times`);
    payments.begin(paymentsInFlight);
    await until('the cuts', () => proxy.cuts.all >= cuts);
    await payments.end();
    const { account: last } = await market.member(riverside);
    const isLast = ({ type, record }: Pick<Change, 'type' | 'record'>) =>
      type === 'account' && record === last;
    await until('the last event', () => reader.seen.some(isLast));
    await reader.end();
    const expected = await changesOnLedger(market, fromBlock + 1, isLast);
    const seen = reader.seen.map(changeOf).filter(({ block }) => block > fromBlock);
    compare(seen, expected, expectations);
    await payments.expectSums(expectations);
    return {
      figures: [
        ['times cut off', proxy.cuts.all],
        ['of these before anything of the answer had come', proxy.cuts.unanswered],
        ['payments committed meanwhile', payments.committed],
        ['events seen', seen.length],
        ['events on the ledger', expected.length],
      ],
      violations: expectations.violations,
    };
  } finally {
    await reader.end();
    proxy.close();
  }
}

/** Keeps what a client's iteration over the events gives. */
class Reader {
  readonly seen: LedgerEvent[] = [];
  readonly #controller = new AbortController();
  readonly #reading: Promise<void>;

  constructor(client: CommonwattClient, after: string) {
    this.#reading = this.#read(client, after);
    // A failure is told by end(), which is called later.
    this.#reading.catch(() => undefined);
  }

  async end(): Promise<void> {
    this.#controller.abort();
    await this.#reading;
  }

  async #read(client: CommonwattClient, after: string): Promise<void> {
    for await (const event of client.events({ after, signal: this.#controller.signal }))
      this.seen.push(event);
  }
}

async function newestBlock(market: Market): Promise<number> {
  const { auditor, riverside } = market.offices;
  await market.member(riverside);
  const [newest] = (await auditor.get('/v1/transactions', { query: { limit: 1 } })).items;
  if (newest === undefined) throw new Error('the ledger has no transaction');
  return newest.blockNumber;
}

function changeOf({ id, type, record, transactionId: transaction }: LedgerEvent): Change {
  const [block, , change] = id.split('.').map(Number);
  if (block === undefined || change === undefined) throw new Error(`${id} is no event's id`);
  return { block, transaction, change, type, record };
}

function compare(seen: readonly Change[], expected: readonly Change[], expectations: Expectations): void {
  expectations.equal('events seen', seen.length, expected.length);
  expectations.equal(
    'different events',
    new Set(seen.map((change) => JSON.stringify(change))).size,
    seen.length,
  );
  const at = expected.findIndex((change, place) => JSON.stringify(change) !== JSON.stringify(seen[place]));
  if (at >= 0) expectations.equal(`event ${at + 1}`, seen[at] ?? null, expected[at]);
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`${what}: nothing after ${PATIENCE_MS / 1000} s`);
    await pause(LOOK_MS);
  }
}
