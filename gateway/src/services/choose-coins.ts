import type { Coin } from '@commonwatt/chaincode/domain';
import type { Choice } from './choice.ts';

export interface ChosenCoins {
  readonly coins: readonly Coin[];
  /** What the coins are worth beyond the amount. */
  readonly change: bigint;
}

/** Most coins that one command names. */
export const MAX_COINS = 100;

/**
 * Coins for an amount: the smallest one that suffices alone, else as few as possible.
 *
 * @param free all free coins of the account, largest first
 * @param taken ids of those that other commands have reserved
 */
export function chooseCoins(
  free: readonly Coin[],
  taken: ReadonlySet<string>,
  amount: bigint,
): Choice<ChosenCoins> {
  const available = free.filter(({ id }) => !taken.has(id));
  const alone = available.findLast((coin) => BigInt(coin.amount) >= amount);
  const coins = alone === undefined ? fewest(available, amount) : [alone];
  if (coins !== undefined) return { kind: 'chosen', chosen: { coins, change: worth(coins) - amount } };
  if (worth(free) < amount) return { kind: 'short' };
  return available.length < free.length ? { kind: 'wait' } : { kind: 'fragmented' };
}

/** Small change to spend along with a payment, so that an account's money does not crumble: the smallest coins beyond `keep`. */
export function chooseCrumbs(
  free: readonly Coin[],
  taken: ReadonlySet<string>,
  keep: number,
  most: number,
): Coin[] {
  const available = free.filter(({ id }) => !taken.has(id));
  const spare = Math.min(available.length - keep, most);
  return spare <= 0 ? [] : available.slice(-spare);
}

export function worth(coins: readonly Coin[]): bigint {
  return coins.reduce((sum, coin) => sum + BigInt(coin.amount), 0n);
}

function fewest(largestFirst: readonly Coin[], amount: bigint): Coin[] | undefined {
  const coins: Coin[] = [];
  let sum = 0n;
  for (const coin of largestFirst.slice(0, MAX_COINS)) {
    coins.push(coin);
    sum += BigInt(coin.amount);
    if (sum >= amount) return coins;
  }
  return undefined;
}
