import { cutStream } from '../e2e/event-stream/cut-stream.ts';
import { experimentEvidence } from './experiment.ts';

const CUTS = 100;
const PAYMENTS_IN_FLIGHT = 30;

export const eventStreamEvidence = experimentEvidence({
  title: 'The event stream, cut off a hundred times',
  method:
    `The package’s client reads the event stream of the regulator’s gateway as its auditor while ${PAYMENTS_IN_FLIGHT} ` +
    'payments are under way at any time, through the gateways of both co-operatives and the utility. A TCP proxy of ' +
    'the test stands in between: it cuts each connection after 1 to 20,000 bytes of the answer or after 1 to 2,000 ms, ' +
    `whichever comes first, by seeded chance, ${CUTS} times. In the end the events that the client has seen are compared ` +
    'one by one, with block, transaction, place, type and record, with the chaincode events that the regulator’s peer ' +
    'tells by itself, past every gateway: each must be there once, and in the same order.',
  run: (market, { seed, say }) =>
    cutStream(market, { cuts: CUTS, paymentsInFlight: PAYMENTS_IN_FLIGHT, seed, say }),
});
