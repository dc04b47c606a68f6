import { forgeReadings } from '../e2e/forged-readings/forge-readings.ts';
import { experimentEvidence } from './experiment.ts';

const FORGERIES = 1_000;
const METERS = 50;

export const forgedReadingsEvidence = experimentEvidence({
  title: 'A thousand forged readings',
  method:
    'Blocks that are forged, replayed (also from another channel or another meter), altered, out of sequence, ' +
    'overlapping, implausible, malformed or misplaced are delivered over REST in the name of connection points and ' +
    `devices of one member, ${METERS} meters at a time, as bytes and as JSON, alone or in front of a good block. Each ` +
    'must be refused with the code of its kind, or told to exist where it is the same block again; the chain must ' +
    'stand where it stood, and take the next good block of the meter. In the end the ledger has exactly the blocks ' +
    'that the meters have reported. The table counts the answers.',
  run: (market, { seed }) => forgeReadings(market, { forgeries: FORGERIES, meters: METERS, seed }),
});
