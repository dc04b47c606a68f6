import { proveOwnKeys } from '../e2e/own-keys/prove.ts';
import { experimentEvidence } from './experiment.ts';

const PAYMENTS = 50;

export const ownKeysEvidence = experimentEvidence({
  title: 'Own keys: the ledger stores the signature of the client, and the gateway has no key',
  method:
    `A member that keeps its key and one whose key the gateway keeps pay each other ${PAYMENTS} times. Each envelope, as ` +
    "a peer stores it, must have the owner's certificate and a signature of its key. Then the private scalar of either " +
    "key is looked for (as bytes in both orders, in hex, in base64 at each offset) in all files of the organisation's " +
    "wallet and gateway and in the writable memory of the gateway's process: the owner's is nowhere, the other one is " +
    'found in memory, which shows that the search finds keys. That a client signs nothing that an altered gateway gives ' +
    'it, and the ledger takes nothing that a gateway signs by itself, is in `test/e2e/own-keys`, with a real browser too.',
  run: (market) => proveOwnKeys(market, { payments: PAYMENTS }),
});
