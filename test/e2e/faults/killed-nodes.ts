/** Any one process of the network is killed while work goes on; the work is completed, and nothing is lost. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { playWeek } from '../../../community-week/play.ts';
import type { Consortium } from '../../../test-network-scripts/index.ts';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { Market } from '../market.ts';
import { expectBalancedBooks } from './balanced-books.ts';
import { Expectations, type Figure, type Finding } from './finding.ts';
import { awaitHealed, kill } from './kill.ts';
import { SeededLoad } from './seeded-load.ts';

export interface KilledNodesOptions {
  /** To be killed, one after the other; for example `peer.riverside`. */
  readonly nodes: readonly string[];
  /** Of each kind of work, during each kill. */
  readonly steps: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** A node is killed at most so long after the work has begun. */
const LATEST_MS = 1_500;

/** Kills one node after the other, each while a load of all kinds of work runs. */
export async function killDuringLoad(
  market: Market,
  { nodes, steps, seed, say }: KilledNodesOptions,
): Promise<Finding> {
  const expectations = new Expectations();
  const random = new SeededRandom(seed);
  const load = await SeededLoad.open(market, seed);
  const figures: Figure[] = [];
  for (const node of nodes) {
    const fault = pause(random.integer(0, LATEST_MS)).then(() => killAndHeal(market.consortium, node));
    const [run, healedAfterSec] = await Promise.all([load.run((done) => done >= steps), fault]);
    const text =
      `healthy again after ${healedAfterSec.toFixed(1)} s; ${run.steps} steps in ${run.seconds.toFixed(1)} s, ` +
      `the longest time without one ${run.longestPauseSec.toFixed(1)} s`;
    figures.push([node, text]);
    say(`${node}: ${text}`);
  }
  await load.expectSums(expectations);
  await expectBalancedBooks(market.consortium, expectations);
  return { figures, violations: expectations.violations };
}

/**
 * Plays the community's week, and kills one node after the other, each as soon as the network has recovered from the
 * last, until the week is over.
 */
export async function killDuringWeek(
  consortium: Consortium,
  { nodes, say }: Pick<KilledNodesOptions, 'nodes' | 'say'>,
): Promise<Finding & { readonly killed: readonly string[] }> {
  if (existsSync(join(consortium.state.root, 'community-week')))
    throw new Error('the week was played on this network already: choose another one with COMMONWATT_STATE');
  const expectations = new Expectations();
  const killed: string[] = [];
  let isOver = false;
  const started = performance.now();
  const week = playWeek(consortium, (step, detail = '') => say(`${step}: ${detail}`)).finally(() => {
    isOver = true;
  });
  const faults = async (): Promise<void> => {
    for (const node of nodes) {
      if (isOver) return;
      const healedAfterSec = await killAndHeal(consortium, node);
      killed.push(node);
      say(`${node} was killed; all is healthy again after ${healedAfterSec.toFixed(1)} s`);
    }
  };
  const [played] = await Promise.all([week, faults()]);
  const seconds = (performance.now() - started) / 1000;
  expectations.holds(played.audit.balanced, `the audit breaks: ${JSON.stringify(played.audit.discrepancy)}`);
  await expectBalancedBooks(consortium, expectations);
  const { certificates, energy, money, transactions } = played.audit;
  return {
    killed,
    figures: [
      ['killed while the week was played', killed.join(', ')],
      ['the week took', `${seconds.toFixed(0)} s`],
      ['profile blocks', energy.readingBlocks],
      ['certificates issued and retired', `${certificates.issued} and ${certificates.retired}`],
      ['money minted and outstanding, billionths', `${money.minted} and ${money.outstanding}`],
      ['transactions valid and invalid', `${transactions.valid} and ${transactions.invalid}`],
    ],
    violations: expectations.violations,
  };
}

/** @returns seconds until the network was healthy again */
async function killAndHeal(consortium: Consortium, node: string): Promise<number> {
  await kill(consortium, node);
  const died = performance.now();
  await awaitHealed(consortium);
  return (performance.now() - died) / 1000;
}
