import type { Coin } from '@commonwatt/chaincode/domain';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Page, PageRequest } from './page.ts';
import type { Balance, CoinFilter, Owned, ReadModel } from './read-model.ts';
import { allOf, conditionsOf, RecordTable } from './record-table.ts';
import { coins } from './records/coin.ts';
import { OWNED } from './records/record-kind.ts';

export class CoinTable
  extends RecordTable<Coin, CoinFilter>
  implements Pick<ReadModel['coins'], keyof CoinTable>
{
  constructor(database: Database) {
    super(database, coins);
  }

  async free(owner: string, limit: number): Promise<Coin[]> {
    const { rows } = await sql<{ value: Coin }>`select value from ledger.coins
      where owner = ${owner} and state = 'free' order by amount desc, id limit ${limit}`.execute(
      this.database,
    );
    return rows.map(({ value }) => value);
  }

  /** In the order of account ids. */
  balances(filter: Owned, page: PageRequest): Promise<Page<Balance>> {
    return keysetPage('balances', page, (after, order, limit) =>
      sql<Balance & { key: string }>`select owner as key, owner as account,
          coalesce(sum(amount) filter (where state = 'free'), 0)::text as free,
          coalesce(sum(amount) filter (where state = 'held'), 0)::text as held,
          count(*)::int as coins
        from ledger.coins where ${allOf(conditionsOf(OWNED, filter))} and ${after(sql.ref('owner'))}
        group by owner order by owner ${order} limit ${limit}`.execute(this.database),
    );
  }

  async balance(account: string): Promise<Balance> {
    const { items } = await this.balances({ owner: account }, { limit: 1 });
    return items[0] ?? { account, free: '0', held: '0', coins: 0 };
  }
}
