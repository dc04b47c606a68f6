import { payAtOnce } from '../e2e/faults/concurrent-payments.ts';
import { experimentEvidence } from './experiment.ts';

const PAYMENTS = 100;

export const concurrentPaymentsEvidence = experimentEvidence({
  title: 'A hundred payments at once out of one account',
  method:
    'An account with a single coin, worth just more than everything, pays members and a company at three other ' +
    'accounts, all payments at the same moment through its gateway. The sums are compared at its own, at each ' +
    'payee’s and at the regulator’s gateway, and the blocks of every peer are audited.',
  run: (market, { seed }) => payAtOnce(market, { payments: PAYMENTS, seed }),
});
