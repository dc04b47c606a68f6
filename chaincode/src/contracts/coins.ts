import type { Coin } from '../domain/money/coin';
import type { MarketContext } from './market-context';

/** The coins of these ids, undefined where there is none. */
export function loadCoins(ctx: MarketContext, ids: readonly string[]): Promise<(Coin | undefined)[]> {
  return ctx.store.getEach(
    'coin',
    ids.map((id) => [id] as const),
  );
}
