/** The ordering node that leads is killed under load, again and again: how long is nothing committed? */
import { setTimeout as pause } from 'node:timers/promises';
import { awaitUntil } from '../../../test-network-scripts/await-until.ts';
import type { Consortium } from '../../../test-network-scripts/index.ts';
import { median } from '../../benchmark/statistics.ts';
import type { Market } from '../market.ts';
import { expectBalancedBooks } from './balanced-books.ts';
import { BlockWatch, lengthSec } from './block-watch.ts';
import { Expectations, type Figure, type Finding } from './finding.ts';
import { killAndHeal } from './kill.ts';
import { SteadyPayments } from './steady-payments.ts';

export interface LeaderFailoverOptions {
  readonly kills: number;
  readonly seed: number;
  readonly limits: Limits;
  readonly say: (line: string) => void;
}

/** Seconds without commits: the median of all kills must be below one, none above the other. */
export interface Limits {
  readonly medianSec: number;
  readonly longestSec: number;
}

export const PAYMENTS_IN_FLIGHT = 48;
/** Before the first kill. */
const WARM_UP_MS = 8_000;
/** After each kill, and after the network is well again: a second change of the leader would come within this time. */
const OBSERVED_MS = 12_000;
const ONE_LEADER_WITHIN_MS = 60_000;

/** What a kill came to. */
interface Failover {
  readonly leader: string;
  readonly next: string;
  /** Longest pause at a peer of another organisation than the leader's, as its clients see it. */
  readonly withoutCommitsSec: number;
  readonly healedAfterSec: number;
}

/** Kills one leader after the other; all payments succeed, and commits go on soon. */
export async function killLeaders(
  market: Market,
  { kills, seed, limits, say }: LeaderFailoverOptions,
): Promise<Finding> {
  const { consortium } = market;
  const expectations = new Expectations();
  const payments = await SteadyPayments.open(market, seed);
  return await consortium.withMembers(async (members) => {
    const watches = await Promise.all(
      members.map((member) => BlockWatch.open(member, consortium.definition.channel)),
    );
    payments.begin(PAYMENTS_IN_FLIGHT);
    const begun = performance.now();
    await pause(WARM_UP_MS);
    const quiet = longestPauseSec(watches, begun, performance.now());
    const failovers: Failover[] = [];
    for (let round = 1; round <= kills; round += 1) {
      const failover = await killLeader(consortium, watches);
      failovers.push(failover);
      say(`${round} of ${kills}: ${describe(failover)}`);
    }
    const seconds = (performance.now() - begun) / 1000;
    await payments.end();
    await Promise.all(watches.map((watch) => watch.close()));
    await payments.expectSums(expectations);
    await expectBalancedBooks(consortium, expectations);
    const pauses = failovers.map(({ withoutCommitsSec }) => withoutCommitsSec);
    const [middle, longest] = [median(pauses), Math.max(...pauses)];
    expectations.holds(middle < limits.medianSec, `the median is ${middle.toFixed(2)} s`);
    expectations.holds(longest <= limits.longestSec, `the longest time is ${longest.toFixed(2)} s`);
    return {
      figures: [
        ['kills', kills],
        ['without commits, median', `${middle.toFixed(2)} s`],
        ['without commits, longest', `${longest.toFixed(2)} s`],
        [
          `longest pause in ${WARM_UP_MS / 1000} s of the same load before the first kill`,
          `${quiet.toFixed(2)} s`,
        ],
        ['payments committed', payments.committed],
        ['payments a second, kills included', (payments.committed / seconds).toFixed(0)],
        ...failovers.map((failover, index): Figure => [`kill ${index + 1}`, describe(failover)]),
      ],
      violations: expectations.violations,
    };
  });
}

async function killLeader(consortium: Consortium, watches: readonly BlockWatch[]): Promise<Failover> {
  const leader = await awaitLeader(consortium);
  const others = watches.filter(({ organisation }) => leader !== `orderer.${organisation.toLowerCase()}`);
  const killed = performance.now();
  const healedAfterSec = await killAndHeal(consortium, leader);
  await pause(Math.max(0, killed + OBSERVED_MS - performance.now()));
  const withoutCommitsSec = longestPauseSec(others, killed, performance.now());
  return { leader, next: await awaitLeader(consortium), withoutCommitsSec, healedAfterSec };
}

/** The ordering node that each of them, itself included, follows. */
function awaitLeader(consortium: Consortium): Promise<string> {
  return awaitUntil('one leader of all ordering nodes', ONE_LEADER_WITHIN_MS, async () => {
    const { nodes } = await consortium.status();
    const leaders = nodes.filter(({ bftLeader }) => bftLeader);
    return leaders.length === 1 ? leaders[0]?.node : undefined;
  });
}

function longestPauseSec(watches: readonly BlockWatch[], from: number, to: number): number {
  return Math.max(...watches.map((watch) => lengthSec(watch.longestPause(from, to))));
}

function describe({ leader, next, withoutCommitsSec, healedAfterSec }: Failover): string {
  return (
    `${leader}: ${withoutCommitsSec.toFixed(2)} s without commits, ` +
    `all healthy after ${healedAfterSec.toFixed(1)} s, then ${next} led`
  );
}
