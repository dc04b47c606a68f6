import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Database } from './database.ts';
import { MAX_PAGE, type Page, type PageRequest } from './page.ts';
import type { Conditions, RecordReader, Row } from './records/record-kind.ts';
import type { Records } from './read-model.ts';
import { Sorting } from './sort.ts';
import { isStorable } from './storable.ts';

interface SortedRow extends Row {
  readonly position: number;
  readonly sort_value: string | null;
}

/** Records of one kind, read from their table. */
export class RecordTable<Value, Filter extends object> implements Records<Value, Filter> {
  protected readonly database: Database;
  readonly #kind: RecordReader<Value, Filter>;

  constructor(database: Database, kind: RecordReader<Value, Filter>) {
    this.database = database;
    this.#kind = kind;
  }

  async find(id: string): Promise<Value | undefined> {
    if (!isStorable(id)) return undefined;
    const { rows } = await sql<Row>`select ${this.#columns} from ${this.#table} where id = ${id}`.execute(
      this.database,
    );
    return rows[0] === undefined ? undefined : this.#kind.value(rows[0]);
  }

  async list(filter: Filter, { limit, cursor, ...order }: PageRequest): Promise<Page<Value>> {
    const size = Math.min(Math.max(limit, 1), MAX_PAGE);
    const sorting = new Sorting(this.#kind.table, this.#kind.sorts ?? {}, order);
    const conditions = conditionsOf(this.#kind.conditions, filter);
    if (cursor !== undefined) conditions.push(sorting.behind(cursor));
    const { rows } =
      await sql<SortedRow>`select ${this.#columns}, position, ${sorting.value} from ${this.#table}
      where ${allOf(conditions)} order by ${sorting.orderBy} limit ${size + 1}`.execute(this.database);
    const items = rows.slice(0, size);
    const last = items.at(-1);
    return {
      items: items.map((row) => this.#kind.value(row)),
      next: rows.length > size && last !== undefined ? sorting.cursorAt(last) : null,
    };
  }

  get #columns(): RawBuilder<unknown> {
    return this.#kind.columns ?? sql`*`;
  }

  get #table(): RawBuilder<unknown> {
    return sql.table(`ledger.${this.#kind.table}`);
  }
}

export function conditionsOf<Filter extends object>(
  conditions: Conditions<Filter>,
  filter: Filter,
): RawBuilder<SqlBool>[] {
  const wanted: RawBuilder<SqlBool>[] = [];
  for (const name in conditions) {
    const value = filter[name];
    if (value === undefined || value === null) continue;
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    const canMatch = texts.every((text) => typeof text !== 'string' || isStorable(text));
    wanted.push(canMatch ? conditions[name](value) : sql`false`);
  }
  return wanted;
}

export function allOf(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
