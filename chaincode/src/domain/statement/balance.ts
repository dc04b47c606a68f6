import { DomainError } from '../error-code';
import type { Coin } from '../money/coin';

/** A coin by its id, undefined where there is none. */
export interface NamedCoin {
  readonly id: string;
  readonly coin: Coin | undefined;
}

/** What named coins of an account are worth: at least this is what it has. In billionths of the currency. */
export interface CoinBalance {
  readonly account: string;
  readonly free: string;
  readonly held: string;
  readonly coins: readonly string[];
}

/** @throws DomainError COIN_NOT_FOUND, COIN_FOREIGN */
export function balanceOf(account: string, named: readonly NamedCoin[]): CoinBalance {
  const sums = { free: 0n, held: 0n };
  for (const { id, coin } of named) {
    if (coin === undefined) throw new DomainError('COIN_NOT_FOUND', id);
    if (coin.owner !== account) throw new DomainError('COIN_FOREIGN', id);
    sums[coin.state.kind] += BigInt(coin.amount);
  }
  const coins = named.map(({ id }) => id);
  return { account, free: sums.free.toString(), held: sums.held.toString(), coins };
}
