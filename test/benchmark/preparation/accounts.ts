import type { LedgerIdentity } from '../../ledger/index.ts';
import type { MarketClients } from '../market-clients.ts';
import { submitList } from './submit-list.ts';

/**
 * Registers the utility's buyer and pins everybody's key, so that no transaction that is measured, or runs beside
 * another of the same account, is an account's first.
 */
export async function openAccounts(market: MarketClients): Promise<LedgerIdentity> {
  const buyer = market.officer('utility', 'buyer');
  await submitList(market, market.officer('utility', 'supplier'), 'accounts:register', {
    accounts: [{ enrolmentId: buyer.id, kind: 'utility' }],
  });
  for (const identity of market.everybody()) await market.submit(identity, 'accounts:activate', {});
  return buyer;
}
