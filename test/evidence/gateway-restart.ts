import { killGateways } from '../e2e/faults/gateway-restart.ts';
import { experimentEvidence } from './experiment.ts';

const ROUNDS = 50;

export const gatewayRestartEvidence = experimentEvidence({
  title: 'A gateway killed with fifty commands under way',
  method:
    'Payments, holds, offers and readings, fifty at once, go to Riverside’s gateway, which is killed (`kill -9`) at a ' +
    'moment drawn by the seed, with its projector and the embedded database inside it, and started again by its ' +
    'supervisor. Each command that it had answered must then come ' +
    'to an end without being sent again, `committed` if and only if its record is on the ledger; then all are sent ' +
    'again under their keys and must be committed, by the same operations. In the end records, money and certificates ' +
    'are counted at the own and at the regulator’s gateway, the content hash of the read model is compared with that of ' +
    'one built from block 0, and the blocks of every peer are audited.',
  run: (market, { seed, say }) => killGateways(market, { rounds: ROUNDS, seed, say }),
});
