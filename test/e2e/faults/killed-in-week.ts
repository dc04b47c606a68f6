/** Every process of the network is killed while the community's week is played; the week is completed all the same. */
import { playWeek } from '../../../community-week/play.ts';
import { reset, up, type Consortium } from '../../../test-network-scripts/index.ts';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import { expectBalancedBooks } from './balanced-books.ts';
import { Expectations, type Finding } from './finding.ts';
import { awaitHealed, kill } from './kill.ts';

export interface KilledInWeekOptions {
  /** Folder of the networks, one after the other; whatever network it holds is removed. */
  readonly state: string;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** If this many weeks are over before every node has had its turn, something takes far too long to heal. */
const MOST_WEEKS = 12;

interface Kill {
  readonly node: string;
  readonly week: number;
  /** What the main job was at. */
  readonly step: string;
  readonly healedAfterSec: number;
}

interface Week {
  readonly kills: readonly Kill[];
  readonly text: string;
}

/**
 * Plays the week on one fresh network after the other, and kills one node after the other meanwhile, until each has had
 * its turn.
 */
export async function killEachInWeek({ state, seed, say }: KilledInWeekOptions): Promise<Finding> {
  const expectations = new Expectations();
  const random = new SeededRandom(seed);
  const kills: Kill[] = [];
  const weeks: Week[] = [];
  let left: string[] | undefined;
  while (left === undefined || (left.length > 0 && weeks.length < MOST_WEEKS)) {
    say(`network ${weeks.length + 1}: bringing it up`);
    await reset({ state });
    const consortium = await up({ state });
    left ??= shuffled(await nodesOf(consortium), random);
    const week = await playOnce(consortium, weeks.length + 1, left, { expectations, say });
    weeks.push(week);
    kills.push(...week.kills);
    left = left.filter((node) => !week.kills.some(({ node: killed }) => killed === node));
  }
  expectations.equal('nodes that were never killed', left, []);
  if (expectations.violations.length === 0) await reset({ state });
  return {
    figures: [
      ['nodes killed', kills.length],
      ...weeks.map(({ text }, position) => [`week ${position + 1}`, text] as const),
      ...kills.map(
        ({ node, week, step, healedAfterSec }) =>
          [node, `week ${week}, at “${step}”: healthy again after ${healedAfterSec.toFixed(1)} s`] as const,
      ),
    ],
    violations: expectations.violations,
  };
}

/**
 * Plays the week, and kills each as soon as the network has recovered from the last, until nothing more is asked of the
 * network.
 */
async function playOnce(
  consortium: Consortium,
  week: number,
  nodes: readonly string[],
  { expectations, say }: { expectations: Expectations; say: (line: string) => void },
): Promise<Week> {
  const kills: Kill[] = [];
  let step = 'Beginning';
  let isOver = false;
  const started = performance.now();
  const playing = playWeek(consortium, (begun, detail = '') => {
    step = begun;
    // It only reads block files.
    if (begun === 'Audit') isOver = true;
    say(`week ${week}, ${begun}: ${detail}`);
  }).finally(() => {
    isOver = true;
  });
  const killing = async (): Promise<void> => {
    for (const node of nodes) {
      if (isOver) return;
      await kill(consortium, node);
      const [during, isInTime, died] = [step, !isOver, performance.now()];
      await awaitHealed(consortium);
      const healedAfterSec = (performance.now() - died) / 1000;
      if (isInTime) kills.push({ node, week, step: during, healedAfterSec });
      say(`${node} was killed; all is healthy again after ${healedAfterSec.toFixed(1)} s`);
    }
  };
  const [{ audit }] = await Promise.all([playing, killing()]);
  const seconds = (performance.now() - started) / 1000;
  const { certificates, money, transactions } = audit;
  expectations.holds(
    audit.balanced,
    `the audit of week ${week} breaks: ${JSON.stringify(audit.discrepancy)}`,
  );
  await expectBalancedBooks(consortium, expectations);
  return {
    kills,
    text:
      `${kills.length} kills, completed in ${seconds.toFixed(0)} s; ${certificates.issued} certificates issued, ` +
      `${certificates.retired} retired; ${money.minted} minted, ${money.outstanding} in coins; ` +
      `${transactions.valid} valid transactions, ${transactions.invalid} invalid; audit ${audit.balanced ? 'balanced' : 'NOT balanced'}`,
  };
}

async function nodesOf(consortium: Consortium): Promise<string[]> {
  const { nodes } = await consortium.status();
  return nodes.map(({ node }) => node);
}

function shuffled(nodes: readonly string[], random: SeededRandom): string[] {
  return nodes
    .map((node) => ({ node, place: random.integer(0, Number.MAX_SAFE_INTEGER) }))
    .sort((a, b) => a.place - b.place)
    .map(({ node }) => node);
}
