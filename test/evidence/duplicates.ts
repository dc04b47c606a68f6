import { repeatRequests } from '../e2e/faults/duplicates.ts';
import { experimentEvidence } from './experiment.ts';

const KEYS = 500;
const COPIES = 20;

export const duplicatesEvidence = experimentEvidence({
  title: 'Duplicates: each request happens once',
  method:
    'Every request is sent twenty times under its key: half of the copies at once, the others within 0.6 s, each by a ' +
    'client of its own. Of the payments of the shared account every third copy goes past the gateway, with the ' +
    'account’s key through the Utility’s or Hillside’s peer, and names another coin, as a second gateway would. Then ' +
    'the same key comes with another body, which must be `EXISTS_WITH_DIFFERENT_CONTENT`. In the end records, money ' +
    'and certificates are counted at the own and at the regulator’s gateway, and the blocks of every peer are audited.',
  run: (market, { seed }) => repeatRequests(market, { keys: KEYS, copies: COPIES, seed }),
});
