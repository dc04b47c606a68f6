import type { Change } from '../change';
import { DomainError } from '../error-code';
import { compareMoney, type Money, money, subtractMoney, sumMoney } from '../quantity';
import type { Coin } from './coin';

/**
 * The coins named, in their order, that `owner` may spend; `loaded` holds what is on the ledger for each.
 * @throws DomainError COIN_NOT_FOUND, COIN_FOREIGN, COIN_HELD
 */
export function requireCoins(
  named: readonly string[],
  loaded: readonly (Coin | undefined)[],
  owner: string,
): Coin[] {
  const coins = named.map((id, position) => {
    const coin = loaded[position];
    if (coin === undefined) throw new DomainError('COIN_NOT_FOUND', id);
    return coin;
  });
  const foreign = coins.find((coin) => coin.owner !== owner);
  if (foreign !== undefined) throw new DomainError('COIN_FOREIGN', foreign.id);
  const held = coins.find((coin) => coin.state.kind !== 'free');
  if (held !== undefined) throw new DomainError('COIN_HELD', held.id);
  return coins;
}

/**
 * What is left of the coins after `due` is paid. Since neither part can be more than the whole, a whole that fits a
 * coin is enough for both.
 * @throws DomainError FUNDS_INSUFFICIENT, COINS_UNBALANCED when the coins together are more than a coin can hold
 */
export function leftAfter(coins: readonly Coin[], due: Money): Money {
  const total = sumMoney(coins.map(({ amount }) => amount));
  if (compareMoney(total, due) < 0) throw new DomainError('FUNDS_INSUFFICIENT', `${due} due, ${total} named`);
  if (!money.safeParse(total).success)
    throw new DomainError('COINS_UNBALANCED', `${total} is more than a coin can hold`);
  return subtractMoney(total, due);
}

/**
 * What the payer gets back when `due` is paid from the coins that it named. A price of 0 takes no coins.
 * @throws DomainError COIN_NOT_FOUND, COIN_FOREIGN, COIN_HELD, FUNDS_INSUFFICIENT, COINS_UNBALANCED
 */
export function payFrom(
  named: readonly string[],
  loaded: readonly (Coin | undefined)[],
  owner: string,
  due: Money,
): Money {
  const left = leftAfter(requireCoins(named, loaded, owner), due);
  if (due === '0' && named.length > 0) throw new DomainError('COINS_UNBALANCED', 'nothing is due');
  return left;
}

export function spent(ids: readonly string[]): Change[] {
  return ids.map((id) => ({ type: 'coinSpent', id }));
}

/** A new coin; none for an amount of 0. */
export function newCoin(
  id: string,
  owner: string,
  amount: Money,
  state: Coin['state'] = { kind: 'free' },
): Change[] {
  if (amount === '0') return [];
  return [{ type: 'coin', value: { v: 1, id, owner, amount, state } }];
}

/** Id of the `index`th coin of what created it. */
export function coinIdOf(creator: string, index: number): string {
  return `${creator}.${index}`;
}
