import type { Piece } from './record.ts';

/** Units of a batch that pass from one owner and state to another. */
export interface Movement {
  readonly batch: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Owner and state, as {@link standing} writes them. */
  readonly from: string;
  readonly to: string;
}

/** Owner and state of units: free, offered or retired under an id. */
export function standing(owner: string, state: 'free' | 'offered' | 'retired', id = ''): string {
  return `${owner} ${state} ${id}`.trimEnd();
}

/** Before they were issued. */
export const NOT_ISSUED = 'not issued';

export type CoinState =
  { readonly kind: 'free' } | { readonly kind: 'held'; readonly by: string; readonly id: string };
export const FREE: CoinState = { kind: 'free' };

/** A coin that a record makes; without an amount it is the change, which follows from all others. */
export interface NewCoin {
  readonly owner: string;
  readonly amount: bigint | 'change';
  readonly state: CoinState;
}

/** What the records of a transaction say should happen to certificates and coins: exactly this, and nothing else. */
export class Expected {
  readonly movements: Movement[] = [];
  readonly newCoins = new Map<string, NewCoin>();
  /** Coins that are spent, by name, and the state from which. */
  readonly spent = new Map<string, CoinState>();
  /** Coins that stay and change their state, by name. */
  readonly restated = new Map<string, CoinState>();
  /** The caller may spend free coins of its own that no record names. */
  callerPays = false;
  minted = 0n;
  burned = 0n;

  move(pieces: readonly Piece[], from: string, to: string): void {
    for (const { batch, start, units } of pieces)
      this.movements.push({ batch, start, end: start + units, from, to });
  }

  /** A coin of this amount; none for 0. */
  make(name: string, owner: string, amount: bigint, state: CoinState = FREE): void {
    if (amount > 0n) this.newCoins.set(name, { owner, amount, state });
  }

  /** The caller pays with coins of its own and gets this one back, if anything is left. */
  payByCaller(change: string, caller: string): void {
    this.callerPays = true;
    this.newCoins.set(change, { owner: caller, amount: 'change', state: FREE });
  }
}

export function unitsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { units }) => sum + units, 0);
}
