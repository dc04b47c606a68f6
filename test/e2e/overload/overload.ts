/** A gateway is sent more payments than it can have committed: it refuses the excess, and keeps what it accepts. */
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../../benchmark/statistics.ts';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import { expectBalancedBooks } from '../faults/balanced-books.ts';
import { Expectations, type Figure, type Finding } from '../faults/finding.ts';
import { GatewayProcess } from '../gateway-process.ts';
import type { Market } from '../market.ts';
import { arrive } from './arrivals.ts';
import { PaymentTraffic, type Attempt } from './payment-traffic.ts';

export interface OverloadOptions {
  /** Who pay each other. */
  readonly members: number;
  readonly seed: number;
  /** How long what can be committed is measured, seconds. */
  readonly capacitySec: number;
  /** How long half of it is sent; nothing is said about latency without it. */
  readonly halfSec?: number;
  readonly excess: {
    /** How many times what can be committed. */
    readonly times: number;
    readonly seconds: number;
  };
  readonly say: (line: string) => void;
}

/** Payments under way at any time while it is measured how many can be committed. */
export const CLIENTS = 100;
/** The 99th percentile may be so many times that at half of what can be committed. */
export const MAX_RATIO = 3;
const MAX_MEMORY_MIB = 512;
const MS_PER_SECOND = 1000;
const HALF = 0.5;
const P99 = 0.99;
const UNAVAILABLE = 503;
/** What a gateway asks a refused client to wait. */
const REFUSED_MS = 1_000;
const ACCEPTED: ReadonlySet<number> = new Set([200, 202]);

/** One load and what became of it. */
interface Phase {
  readonly accepted: readonly Attempt[];
  readonly refused: readonly Attempt[];
  readonly seconds: number;
  readonly figures: readonly Figure[];
}

export async function overload(market: Market, options: OverloadOptions): Promise<Finding> {
  const { members, seed, capacitySec, halfSec, excess, say } = options;
  const expectations = new Expectations();
  say('enrolling the members');
  const traffic = await PaymentTraffic.open(market, members, seed);
  const gateway = await GatewayProcess.of(market, 'Riverside');
  const measured = async (name: string, load: (done: (attempt: Attempt) => void) => Promise<void>) => {
    const phase = await observe(name, gateway, load, expectations);
    for (const figure of phase.figures) say(figure.join(': '));
    return phase;
  };
  const arrivals = (times: number, seconds: number, perSecond: number) =>
    measured(`${times} times`, (done) =>
      arrive({ perSecond: perSecond * times, seconds, random: new SeededRandom(seed) }, async (dueMs) =>
        done(await traffic.pay(dueMs)),
      ),
    );

  const closed = await measured(`${CLIENTS} clients`, (done) => payInTurn(traffic, capacitySec, done));
  const perSecond = closed.accepted.length / closed.seconds;
  const half = halfSec === undefined ? undefined : await arrivals(HALF, halfSec, perSecond);
  const over = await arrivals(excess.times, excess.seconds, perSecond);
  const { peakMiB } = gateway;
  traffic.close();

  expectations.holds(over.refused.length > 0, 'nothing was refused');
  expectations.holds(peakMiB < MAX_MEMORY_MIB, `the gateway's memory peaked at ${peakMiB} MiB`);
  const ratios: Figure[] = [];
  if (half !== undefined) {
    expectations.equal('refused at half the load', half.refused.length, 0);
    const ratio = p99(over.accepted) / p99(half.accepted);
    expectations.holds(ratio <= MAX_RATIO, `p99 is ${ratio.toFixed(2)} times that at half the load`);
    ratios.push(['p99 of the accepted, times that at half the load', ratio.toFixed(2)]);
  }
  say('comparing with the ledger');
  await traffic.expectOnce(expectations);
  await expectBalancedBooks(market.consortium, expectations);
  return {
    figures: [
      ['can be committed, payments a second', perSecond.toFixed(1)],
      ...closed.figures,
      ...(half?.figures ?? []),
      ...over.figures,
      ...ratios,
      ['gateway: peak of resident memory, MiB', peakMiB],
    ],
    violations: expectations.violations,
  };
}

/** Each client sends its next payment when the one before is answered, and some time later when that was refused. */
async function payInTurn(
  traffic: PaymentTraffic,
  seconds: number,
  done: (attempt: Attempt) => void,
): Promise<void> {
  const end = performance.now() + seconds * MS_PER_SECOND;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const attempt = await traffic.pay();
      done(attempt);
      if (!ACCEPTED.has(attempt.status)) await pause(REFUSED_MS);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

/** @param name of the load, in the figures */
async function observe(
  name: string,
  gateway: GatewayProcess,
  load: (done: (attempt: Attempt) => void) => Promise<void>,
  expectations: Expectations,
): Promise<Phase> {
  const attempts: Attempt[] = [];
  const [begun, processorSeconds] = [performance.now(), gateway.processorSeconds];
  await load((attempt) => attempts.push(attempt));
  const seconds = (performance.now() - begun) / MS_PER_SECOND;
  const processors = (gateway.processorSeconds - processorSeconds) / seconds;
  const accepted = attempts.filter(({ status }) => ACCEPTED.has(status));
  const refused = attempts.filter(({ status }) => status === UNAVAILABLE);
  const others = attempts.filter(({ status }) => !ACCEPTED.has(status) && status !== UNAVAILABLE);
  expectations.equal(`${name}: answered neither as accepted nor with 503`, tally(others), '');
  return {
    accepted,
    refused,
    seconds,
    figures: [
      [`${name}: sent in ${seconds.toFixed(0)} s`, attempts.length],
      [`${name}: answers`, tally(attempts)],
      [`${name}: accepted a second`, (accepted.length / seconds).toFixed(1)],
      ...latencies(`${name}: accepted, from due to committed`, accepted),
      ...latencies(`${name}: refused, from due to refusal`, refused),
      [`${name}: processors that the gateway used`, processors.toFixed(2)],
    ],
  };
}

/** `200 × 12000, 503 OVERLOADED × 11034`. */
function tally(attempts: readonly Attempt[]): string {
  const byAnswer = Map.groupBy(attempts, ({ status, code }) => [status, code ?? []].flat().join(' '));
  return [...byAnswer].map(([answer, { length }]) => `${answer} × ${length}`).join(', ');
}

function latencies(name: string, attempts: readonly Attempt[]): Figure[] {
  if (attempts.length === 0) return [];
  const times = attempts.map(({ ms }) => ms);
  const [middle, high, most] = [percentile(times, HALF), percentile(times, P99), percentile(times, 1)];
  return [[`${name}: p50, p99, most`, [middle, high, most].map((ms) => `${ms.toFixed(0)} ms`).join(', ')]];
}

function p99(attempts: readonly Attempt[]): number {
  return percentile(
    attempts.map(({ ms }) => ms),
    P99,
  );
}
