import type { MeteredSubject } from '@commonwatt/chaincode/domain';
import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Database } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Page, PageRequest } from './page.ts';

/** An API key without its secret. Times in milliseconds. */
export interface ApiKey {
  readonly id: string;
  /** SHA-256 of the secret, hex. */
  readonly secretHash: string;
  readonly name: string;
  /** Whom it acts for; that of a meter is no account of the ledger. */
  readonly account: string;
  readonly meter: MeteredSubject | null;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
}

export type ApiKeyStatus = 'active' | 'revoked' | 'expired';

/** Whose keys are listed: those of an account and those that it has made; `delegated`: all that were made for others. */
export interface ApiKeyAudience {
  readonly account: string;
  readonly delegated: boolean;
}

const COLUMNS = sql`id, secret_hash as "secretHash", name, account,
  case when meter_id is null then null else json_build_object('kind', meter_kind, 'id', meter_id) end as meter,
  scopes, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

/** API keys, in the schema `service`. */
export class ApiKeyTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Adds a key, unless there is one of this id, or the account has as many that can be used as it may have. Keys of an
   * account are added one after the other, so that it never has more.
   *
   * @param now epoch milliseconds
   */
  add(key: ApiKey, most: number, now: number): Promise<'added' | 'exists' | 'full'> {
    return this.#database.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('api-keys'), hashtext(${key.account}))`.execute(
        transaction,
      );
      if ((await find(transaction, key.id)) !== undefined) return 'exists';
      if ((await countActive(transaction, key.account, now)) >= most) return 'full';
      return (await insert(transaction, key)) ? 'added' : 'exists';
    });
  }

  find(id: string): Promise<ApiKey | undefined> {
    return find(this.#database, id);
  }

  /** In the order in which they were made. */
  list(
    audience: ApiKeyAudience,
    status: ApiKeyStatus | undefined,
    now: number,
    page: PageRequest,
  ): Promise<Page<ApiKey>> {
    const isSeen = seenBy(audience);
    const isWanted = status === undefined ? sql<SqlBool>`true` : sql<SqlBool>`${statusAt(now)} = ${status}`;
    const key = sql`lpad(created_at::text, 15, '0') || id`;
    return keysetPage('api-keys', page, (after, order, limit) =>
      sql<ApiKey & { key: string }>`select ${key} as key, ${COLUMNS} from service.api_keys
        where ${isSeen} and ${isWanted} and ${after(sql`(${key})`)}
        order by ${key} ${order} limit ${limit}`.execute(this.#database),
    );
  }

  /** Notes the first revocation. */
  async revoke(id: string, now: number): Promise<void> {
    await sql`update service.api_keys set revoked_at = ${now}
      where id = ${id} and revoked_at is null`.execute(this.#database);
  }

  async noteUse(id: string, now: number): Promise<void> {
    await sql`update service.api_keys set last_used_at = ${now} where id = ${id}`.execute(this.#database);
  }

  /** Deletes at most `count` keys that have been useless since before, and answers how many these were. */
  async prune(uselessBefore: number, count: number): Promise<number> {
    const { numAffectedRows = 0n } = await sql`delete from service.api_keys where id in (
      select id from service.api_keys where least(revoked_at, expires_at) < ${uselessBefore}
      limit ${count})`.execute(this.#database);
    return Number(numAffectedRows);
  }
}

async function find(database: Database, id: string): Promise<ApiKey | undefined> {
  const { rows } = await sql<ApiKey>`select ${COLUMNS} from service.api_keys where id = ${id}`.execute(
    database,
  );
  return rows[0];
}

/** False when there is one of this id. */
async function insert(database: Database, key: ApiKey): Promise<boolean> {
  const { id, secretHash, name, account, meter, scopes, createdBy, createdAt, expiresAt } = key;
  const { rows } = await sql`insert into service.api_keys
    (id, secret_hash, name, account, meter_kind, meter_id, scopes, created_by, created_at, expires_at)
    values (${id}, ${secretHash}, ${name}, ${account}, ${meter?.kind ?? null}, ${meter?.id ?? null},
      ${scopes}, ${createdBy}, ${createdAt}, ${expiresAt})
    on conflict do nothing returning id`.execute(database);
  return rows.length > 0;
}

/** How many of the account's keys can be used at this time. */
async function countActive(database: Database, account: string, now: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from service.api_keys
    where account = ${account} and ${statusAt(now)} = 'active'`.execute(database);
  return rows[0]?.count ?? 0;
}

function seenBy({ account, delegated }: ApiKeyAudience): RawBuilder<SqlBool> {
  return sql`(account = ${account} or created_by = ${account} or (${delegated} and created_by <> account))`;
}

function statusAt(now: number): RawBuilder<ApiKeyStatus> {
  return sql`case when revoked_at is not null then 'revoked' when expires_at <= ${now} then 'expired'
    else 'active' end`;
}
