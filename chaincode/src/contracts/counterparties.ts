import type { Account } from '../domain/account/account';
import type { Counterparties } from '../domain/account/counterparty';
import type { MarketContext } from './market-context';

/** The accounts of these ids. The caller's own has been admitted, even when it is not stored yet. */
export async function loadCounterparties(
  ctx: MarketContext,
  ids: readonly string[],
): Promise<Counterparties> {
  const own = ctx.admission.account;
  const accounts = new Map<string, Account | undefined>();
  for (const id of ids) accounts.set(id, id === own.id ? own : await ctx.store.get('account', id));
  return accounts;
}
