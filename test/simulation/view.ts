import {
  recordIdOf,
  type Account,
  type Bid,
  type Change,
  type Coin,
  type ConnectionPoint,
  type Cursor,
  type Device,
  type Hold,
  type Holding,
  type Offer,
  type Organisation,
  type Proposal,
  type Scheme,
} from '@commonwatt/chaincode/domain';

interface Known {
  account: Account;
  bid: Bid;
  coin: Coin;
  cursor: Cursor;
  device: Device;
  hold: Hold;
  holding: Holding;
  offer: Offer;
  organisation: Organisation;
  point: ConnectionPoint;
  proposal: Proposal;
  scheme: Scheme;
}

/** What a client knows of the ledger: the changes of the valid transactions that it was told. */
export class View {
  readonly #values = new Map<string, Map<string, unknown>>();

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      const [type, id] = recordIdOf(change);
      const values = this.#values.get(type) ?? new Map<string, unknown>();
      this.#values.set(type, values);
      if (change.type === 'coinSpent') values.delete(id);
      else values.set(id, change.value);
    }
  }

  all<Type extends keyof Known>(type: Type): Known[Type][] {
    return [...(this.#values.get(type)?.values() ?? [])] as Known[Type][];
  }

  get<Type extends keyof Known>(type: Type, id: string): Known[Type] | undefined {
    return this.#values.get(type)?.get(id) as Known[Type] | undefined;
  }

  /** Names of all records, as in statements. */
  names(): string[] {
    return [...this.#values].flatMap(([type, values]) => [...values.keys()].map((id) => `${type}/${id}`));
  }

  freeHoldings(owner: string): Holding[] {
    return this.all('holding').filter((holding) => holding.owner === owner && holding.state.kind === 'free');
  }

  freeCoins(owner: string): Coin[] {
    return this.all('coin').filter((coin) => coin.owner === owner && coin.state.kind === 'free');
  }
}
