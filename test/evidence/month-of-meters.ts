import { deliverMonth } from '../e2e/bulk/month-of-meters.ts';
import { experimentEvidence } from './experiment.ts';

const METERS = 500;
const DAYS = 31;

export const monthOfMetersEvidence = experimentEvidence({
  title: 'A month of 500 meters in one request',
  method:
    `The 15-minute registers of ${METERS} connection points over ${DAYS} days, 1,488,000 values, are signed by their ` +
    'meters in blocks of a day and sent in one streamed HTTP request (NDJSON), day by day, as the client goes through ' +
    'them; of every thousand lines one is forged and one is no block at all. Each line must get its own verdict, in order, and in ' +
    'the end the chain of every meter must stand at its last block. The memory is that of the gateway’s process with its ' +
    'embedded database in it, as Linux tells it (VmRSS, and VmHWM reset at the beginning).',
  run: (market, { seed, say }) => deliverMonth(market, { meters: METERS, days: DAYS, seed, say }),
});
