/** Any one process of the network is killed while work goes on; the work is completed, and nothing is lost. */
import { setTimeout as pause } from 'node:timers/promises';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { Market } from '../market.ts';
import { expectBalancedBooks } from './balanced-books.ts';
import { Expectations, type Figure, type Finding } from './finding.ts';
import { killAndHeal } from './kill.ts';
import { SeededLoad } from './seeded-load.ts';

export interface KilledNodesOptions {
  /** To be killed, one after the other; for example `peer.riverside`. */
  readonly nodes: readonly string[];
  /** Of each kind of work, during each kill: at least so many. */
  readonly steps: number;
  readonly seed: number;
}

/** A node is killed at most so long after the work has begun. */
const LATEST_MS = 1_000;

/** Kills one node after the other, each while a load of all kinds of work runs until the node is back. */
export async function killDuringLoad(
  market: Market,
  { nodes, steps, seed }: KilledNodesOptions,
): Promise<Finding> {
  const expectations = new Expectations();
  const random = new SeededRandom(seed);
  const load = await SeededLoad.open(market, seed);
  const figures: Figure[] = [];
  for (const node of nodes) {
    let isOver = false;
    const fault = pause(random.integer(0, LATEST_MS))
      .then(() => killAndHeal(market.consortium, node))
      .finally(() => (isOver = true));
    const [run, healedAfterSec] = await Promise.all([load.run((done) => isOver && done >= steps), fault]);
    const text =
      `healthy again after ${healedAfterSec.toFixed(1)} s; ${run.steps} steps in ${run.seconds.toFixed(1)} s, ` +
      `the longest time without one ${run.longestPauseSec.toFixed(1)} s`;
    figures.push([node, text]);
  }
  await load.expectSums(expectations);
  await expectBalancedBooks(market.consortium, expectations);
  return { figures, violations: expectations.violations };
}
