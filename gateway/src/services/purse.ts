import type { Coin } from '@commonwatt/chaincode/domain';
import { BusinessError } from '../fabric/errors.ts';
import type { Reservations } from '../fabric/reservations.ts';
import type { LedgerAccess } from '../ledger-access.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { chooseCoins, chooseCrumbs, MAX_COINS, worth } from './choose-coins.ts';
import { cutChange } from './cut-change.ts';

/** Coins reserved for one transaction. */
export interface ReservedCoins {
  readonly coins: readonly string[];
  /** Amounts of the coins that the account gets back; their sum and `amount` make the sum of `coins`. */
  readonly change: readonly bigint[];
  readonly release: () => void;
}

/** A payment that waits for coins. */
interface Demand {
  readonly amount: bigint;
  /** A payment under way makes a coin for it. */
  provided: boolean;
}

/** Coins of one account to look at: enough to find the exact ones among them, few enough to read at each payment. */
const COINS_READ = 500;
/** A payment also spends the smallest coins of an account that has more than this many ... */
const COINS_KEPT = 20;
/** ... but not more than this many at once. */
const CRUMBS_AT_ONCE = 20;
const WAIT_MS = 60_000;

/** Picks the coins of payments. Commands of one account never pick the same coin at the same time. */
export class Purse {
  readonly #readModel: ReadModel;
  readonly #reservations: Reservations;
  readonly #demands = new Map<string, Set<Demand>>();

  constructor({ readModel, reservations }: Pick<LedgerAccess, 'readModel' | 'reservations'>) {
    this.#readModel = readModel;
    this.#reservations = reservations;
  }

  /**
   * Reserves coins of at least `amount`; waits while the money is there, but bound in payments under way.
   *
   * @param amount more than 0
   * @param changeCoins most coins of change that the command can make, at least 1
   * @throws BusinessError FUNDS_INSUFFICIENT, COMMAND_TOO_LARGE when the money lies in too many coins
   * @throws Unavailable when the coins did not come back in time
   */
  async reserve(account: string, amount: bigint, changeCoins: number): Promise<ReservedCoins> {
    const demand: Demand = { amount, provided: false };
    const demands = this.#demandsOf(account).add(demand);
    try {
      const reserved = await this.#reservations.reserve(
        account,
        (taken) => this.#pick(account, amount, taken, demands.size > 1),
        WAIT_MS,
      );
      demands.delete(demand);
      return {
        coins: reserved.value.map(({ id }) => id),
        change: this.#cut(account, worth(reserved.value) - amount, changeCoins),
        release: () => reserved.release(),
      };
    } finally {
      demands.delete(demand);
      if (demands.size === 0) this.#demands.delete(account);
    }
  }

  /**
   * Reserves the smallest free coins, as many as one command takes; all of it is change.
   *
   * @throws BusinessError STATE_CONFLICT when there are not two
   */
  async reserveSmallest(account: string): Promise<ReservedCoins> {
    const pick = async (taken: ReadonlySet<string>) => {
      const free = await this.#readModel.coins.free(account, COINS_READ);
      const value = chooseCrumbs(free, taken, 0, MAX_COINS);
      if (value.length < 2)
        throw new BusinessError('STATE_CONFLICT', 'there are not two free coins to merge');
      return { keys: value.map(({ id }) => id), value };
    };
    const reserved = await this.#reservations.reserve(account, pick, WAIT_MS);
    return {
      coins: reserved.value.map(({ id }) => id),
      change: [worth(reserved.value)],
      release: () => reserved.release(),
    };
  }

  async #pick(account: string, amount: bigint, taken: ReadonlySet<string>, othersWait: boolean) {
    const free = await this.#readModel.coins.free(account, COINS_READ);
    const choice = chooseCoins(free, taken, amount);
    switch (choice.kind) {
      case 'wait':
        return undefined;
      case 'short':
        if (free.length === COINS_READ) throw fragmented();
        throw new BusinessError(
          'FUNDS_INSUFFICIENT',
          `free coins are worth ${worth(free)}, ${amount} is due`,
        );
      case 'fragmented':
        throw fragmented();
      case 'chosen': {
        const { coins } = choice.chosen;
        const value = othersWait ? coins : [...coins, ...crumbs(free, taken, coins)];
        return { keys: value.map(({ id }) => id), value };
      }
    }
  }

  /** Cuts change for the payments of the account that wait and for which no coin is being made yet. */
  #cut(account: string, change: bigint, slots: number): readonly bigint[] {
    const waiting = [...(this.#demands.get(account) ?? [])].filter(({ provided }) => !provided);
    const { amounts, served } = cutChange(
      change,
      waiting.map(({ amount }) => amount),
      slots,
    );
    for (const demand of waiting.slice(0, served)) demand.provided = true;
    return amounts;
  }

  #demandsOf(account: string): Set<Demand> {
    const demands = this.#demands.get(account) ?? new Set();
    this.#demands.set(account, demands);
    return demands;
  }
}

function crumbs(free: readonly Coin[], taken: ReadonlySet<string>, chosen: readonly Coin[]): Coin[] {
  const used = new Set([...taken, ...chosen.map(({ id }) => id)]);
  return chooseCrumbs(free, used, COINS_KEPT, Math.min(CRUMBS_AT_ONCE, MAX_COINS - chosen.length));
}

function fragmented(): BusinessError {
  return new BusinessError('COMMAND_TOO_LARGE', `more than ${MAX_COINS} coins are needed: merge coins first`);
}
