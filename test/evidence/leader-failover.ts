import { killLeaders, PAYMENTS_IN_FLIGHT } from '../e2e/faults/leader-failover.ts';
import { experimentEvidence } from './experiment.ts';

const KILLS = 10;
const LIMITS = { medianSec: 4, longestSec: 10 };

export const leaderFailoverEvidence = experimentEvidence({
  title: 'Ten kills of the BFT leader under load',
  method:
    `${PAYMENTS_IN_FLIGHT} payments are under way at any time, over REST through the gateways of both co-operatives ` +
    'and the utility. The ordering node that leads is killed (`kill -9`); its supervisor starts it again; then the next ' +
    'leader is killed, and so on. “Without commits” is the longest time between the arrivals of two consecutive blocks ' +
    'with a valid transaction at a client that listens to a peer’s block events, from the moment of the kill to 12 s ' +
    'after it, the pause that the kill fell into included; and of the three peers that do not belong to the killed ' +
    `leader’s organisation, the slowest counts. The median must be below ${LIMITS.medianSec} s, none may be above ` +
    `${LIMITS.longestSec} s. All payments must succeed; in the end the sums are compared at two gateways each, and the ` +
    'blocks of every peer are audited.',
  run: (market, { seed, say }) => killLeaders(market, { kills: KILLS, seed, limits: LIMITS, say }),
});
