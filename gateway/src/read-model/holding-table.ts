import type { Holding } from '@commonwatt/chaincode/domain';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Page, PageRequest } from './page.ts';
import type { CertificateBalance, HoldingFilter, OfScheme, Owned, ReadModel } from './read-model.ts';
import { allOf, conditionsOf, RecordTable } from './record-table.ts';
import { holdings } from './records/holding.ts';
import { equal, OWNED } from './records/record-kind.ts';

type FreeHoldings = Parameters<ReadModel['holdings']['free']>[0];
interface BalanceRow extends Omit<CertificateBalance, 'scheme'> {
  readonly key: string;
  /** `<id>/<version>`. */
  readonly scheme: string;
}

export class HoldingTable
  extends RecordTable<Holding, HoldingFilter>
  implements Pick<ReadModel['holdings'], keyof HoldingTable>
{
  constructor(database: Database) {
    super(database, holdings);
  }

  async free({ owner, scheme, now, settled = false, limit }: FreeHoldings): Promise<Holding[]> {
    const { rows } = await sql<{ value: Holding }>`select value from ledger.holdings
      where owner = ${owner} and state = 'free' and scheme = ${scheme}
        and (expires_at is null or expires_at > ${now}) and (not provisional or ${!settled})
      order by vintage, batch, start_unit limit ${limit}`.execute(this.database);
    return rows.map(({ value }) => value);
  }

  /** In the order of account ids, and within an account of schemes. */
  async balances(filter: Owned & OfScheme, page: PageRequest): Promise<Page<CertificateBalance>> {
    const conditions = conditionsOf({ ...OWNED, scheme: equal('scheme') }, filter);
    const { items, next } = await keysetPage<Omit<BalanceRow, 'key'>>(
      'certificate-balances',
      page,
      (after, order, limit) =>
        sql<BalanceRow>`select * from (
          select owner || ' ' || scheme as key, owner as account, scheme, unit_wh as "unitWh",
            ${unitsIn('free')} as free, ${unitsIn('offered')} as offered, ${unitsIn('retired')} as retired
          from ledger.holdings where ${allOf(conditions)} group by owner, scheme, unit_wh
        ) as balances where ${after(sql.ref('key'))} order by key ${order} limit ${limit}`.execute(
          this.database,
        ),
    );
    return { items: items.map((row) => ({ ...row, scheme: parseSchemeKey(row.scheme) })), next };
  }
}

function unitsIn(state: Holding['state']['kind']) {
  return sql`coalesce(sum(end_unit - start_unit) filter (where state = ${state}), 0)::bigint`;
}

function parseSchemeKey(key: string): CertificateBalance['scheme'] {
  const slash = key.lastIndexOf('/');
  return { id: key.slice(0, slash), version: Number(key.slice(slash + 1)) };
}
