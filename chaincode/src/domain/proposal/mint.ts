import { requireActive } from '../account/counterparty';
import { coinIdOf, newCoin } from '../money/spend';
import type { ProposalKind, SubjectOf } from './kind';

/** New money against a deposit: coin (proposal, 0). */
export const mint: ProposalKind<SubjectOf<'mint'>> = {
  proposers: ['treasurer', 'registrar'],
  confirmers: ['treasurer', 'registrar'],
  names: ({ account }) => ({ accounts: [account] }),
  propose: (_subject, { accounts, consortium }) => {
    requireActive(accounts, consortium);
    return [];
  },
  confirm: ({ account, amount }, { accounts, consortium }, proposal) => {
    requireActive(accounts, consortium);
    return newCoin(coinIdOf(proposal, 0), account, amount);
  },
  decline: () => [],
};
