import { CLIENTS, MAX_RATIO, overload } from '../e2e/overload/overload.ts';
import { experimentEvidence } from './experiment.ts';

const SECONDS = { capacity: 30, half: 60, excess: 300 };
const EXCESS = 2;
const MEMBERS = 100;

export const overloadEvidence = experimentEvidence({
  title: 'Twice the load that can be committed, for five minutes',
  method:
    `Payments between ${MEMBERS} members of a co-operative, each with enough coins for all that it has under way, go ` +
    'to its one gateway over REST with `?wait=commit`. First it is measured how many are committed a second while ' +
    `${CLIENTS} clients each send the next when the one before is answered (${SECONDS.capacity} s). Then payments come ` +
    'at random times (a Poisson process, seeded) whether those before are answered or not: half as many ' +
    `(${SECONDS.half} s), then ${EXCESS} times as many (${SECONDS.excess} s); no client tries again. A latency counts ` +
    'from the time at which the payment was due, so also what the sender itself is late. Every answer must be an ' +
    `acceptance or a 503, p99 of the accepted at most ${MAX_RATIO} times that at half the load, and the gateway’s ` +
    'resident memory, its database included, below 512 MiB. In the end the payments that the regulator’s gateway ' +
    'lists are compared with the answers: each accepted one is there once, under its id, and no refused one is. The ' +
    'blocks of every peer are audited. Sender, gateways, peers and ordering nodes share the machine.',
  run: (market, { seed, say }) =>
    overload(market, {
      members: MEMBERS,
      seed,
      capacitySec: SECONDS.capacity,
      halfSec: SECONDS.half,
      excess: { times: EXCESS, seconds: SECONDS.excess },
      say,
    }),
});
