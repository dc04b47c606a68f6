import {
  recordIdOf,
  type Bid,
  type Change,
  type Coin,
  type Decision,
  DomainError,
  type Hold,
  type Holding,
  type Offer,
  type Proposal,
} from '@commonwatt/chaincode/domain';

interface Stored {
  holding: Holding;
  offer: Offer;
  bid: Bid;
  coin: Coin;
  hold: Hold;
  proposal: Proposal;
}

/** What decisions have led to, as a ledger would store it. */
export class Records {
  readonly #values = new Map<string, Change & { value: unknown }>();

  all<Type extends keyof Stored>(type: Type): Stored[Type][] {
    return [...this.#values.values()]
      .filter((change) => change.type === type)
      .map(({ value }) => value as Stored[Type]);
  }

  get<Type extends keyof Stored>(type: Type, id: string): Stored[Type] | undefined {
    return this.#values.get(`${type} ${id}`)?.value as Stored[Type] | undefined;
  }

  put(...changes: readonly Change[]): void {
    for (const change of changes) {
      const name = recordIdOf(change).join(' ');
      if (change.type === 'coinSpent') this.#values.delete(name);
      else this.#values.set(name, change);
    }
  }

  /** Stores what is decided; a refusal of a registered code changes nothing. @returns whether it was done */
  try(decide: () => Decision<unknown>): boolean {
    try {
      this.put(...decide().changes);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

/** One of a list, by any natural number; undefined when the list is empty. */
export function pick<Item>(list: readonly Item[], choice: number): Item | undefined {
  return list[choice % Math.max(list.length, 1)];
}
