import type { Holding, Piece } from '../domain/certificate/holding';
import type { MarketContext } from './market-context';

/** The holding that each piece is cut from, undefined where there is none. */
export function loadHoldings(ctx: MarketContext, pieces: readonly Piece[]): Promise<(Holding | undefined)[]> {
  return ctx.store.getEach(
    'holding',
    pieces.map(({ batch, start }) => [batch, start] as const),
  );
}
