import { requireCoins, spent } from '../money/spend';
import type { ProposalKind, SubjectOf } from './kind';

/** The treasurer's own coins leave the ledger; they are held until it is decided. */
export const burn: ProposalKind<SubjectOf<'burn'>> = {
  proposers: ['treasurer'],
  confirmers: ['registrar'],
  names: ({ coins }) => ({ coins }),
  propose: (subject, { coins }, by, proposal) =>
    requireCoins(subject.coins, coins, by.account).map((coin) => ({
      type: 'coin',
      value: { ...coin, state: { kind: 'held', by: 'burn', id: proposal } },
    })),
  confirm: ({ coins }) => spent(coins),
  decline: (_subject, { coins }) =>
    coins.flatMap((coin) =>
      coin === undefined ? [] : [{ type: 'coin', value: { ...coin, state: { kind: 'free' } } }],
    ),
};
