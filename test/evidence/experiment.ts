import { up } from '../../test-network-scripts/index.ts';
import type { Finding } from '../e2e/faults/finding.ts';
import { Market } from '../e2e/market.ts';
import type { Evidence, EvidenceOptions, EvidenceRun } from './evidence.ts';

interface Experiment {
  readonly title: string;
  /** How it is done, in a paragraph of Markdown. */
  readonly method: string;
  readonly run: (market: Market, options: EvidenceOptions) => Promise<Finding>;
}

/** An experiment on the network of the environment's settings, which is brought up when it does not run. */
export function experimentEvidence({ title, method, run }: Experiment): EvidenceRun {
  return async (options) => {
    options.say('bringing the network up');
    return findingEvidence(title, method, await run(await Market.open(await up()), options));
  };
}

/** @param method how it was done, in a paragraph of Markdown */
export function findingEvidence(title: string, method: string, { figures, violations }: Finding): Evidence {
  const table = ['| | |', '|---|---|', ...figures.map(([name, value]) => `| ${name} | ${value} |`)];
  const verdict = violations.length === 0 ? ['Nothing went wrong.'] : violations.map((text) => `- ${text}`);
  return {
    title,
    body: [method, table.join('\n'), verdict.join('\n')].join('\n\n'),
    shown: violations.length === 0,
  };
}
