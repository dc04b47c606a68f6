import { raceForOffers } from '../e2e/faults/one-winner.ts';
import { experimentEvidence } from './experiment.ts';

const ROUNDS = 200;

export const oneWinnerEvidence = experimentEvidence({
  title: 'One winner: two buyers accept the same offer at once',
  method:
    'A buyer of the Utility and a member of Riverside accept the same offer of a member of Hillside at the same ' +
    'moment, each at the gateway of its own organisation; every second time or so for a part of the offer that is not ' +
    'there twice. The loser must be told `OFFER_CLOSED` or `OFFER_CHANGED`. In the end money and certificates are ' +
    'counted at the own and at the regulator’s gateway, everything is spent in one payment (so nothing is left ' +
    'bound), and the blocks of every peer are audited.',
  run: (market, { seed }) => raceForOffers(market, { rounds: ROUNDS, seed }),
});
