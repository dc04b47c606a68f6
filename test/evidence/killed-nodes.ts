import { stateFolder } from '../../test-network-scripts/state-folder.ts';
import { killEachInWeek } from '../e2e/faults/killed-in-week.ts';
import { findingEvidence } from './experiment.ts';
import type { EvidenceRun } from './evidence.ts';

const METHOD =
  'The week of the main job is played on a network of its own, from its very beginning, while the processes of all ' +
  'four organisations (certificate authorities, peers, ordering nodes, chaincodes, gateways, supervisors) are killed ' +
  '(`kill -9`) one after the other, in an order drawn by the seed, each as soon as the network has recovered from the ' +
  'last; a dead supervisor is replaced by `network up`, everything else by its supervisor. When the closing audit begins ' +
  'before each process has had its turn, it is played again on another fresh network. Each week must be completed, ' +
  'its audit must balance, and the blocks of every peer are audited in the end. Money is in billionths of the currency.';

export const killedNodesEvidence: EvidenceRun = async ({ seed, say }) => {
  const state = `${stateFolder().root}-week`;
  const finding = await killEachInWeek({ state, seed, say });
  return findingEvidence('Every process killed while the main job works', METHOD, finding);
};
