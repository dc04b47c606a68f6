import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Database } from './database.ts';
import { CursorInvalid, MAX_PAGE, type Page, type PageRequest } from './page.ts';
import type { Conditions, RecordReader, Row } from './records/record-kind.ts';
import type { Records } from './read-model.ts';
import { isStorable } from './storable.ts';

interface PositionedRow extends Row {
  readonly position: number;
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
    const { rows } = await sql<PositionedRow>`select * from ${this.#table} where id = ${id}`.execute(
      this.database,
    );
    return rows[0] === undefined ? undefined : this.#kind.value(rows[0]);
  }

  async list(filter: Filter, { limit, cursor, order = 'desc' }: PageRequest): Promise<Page<Value>> {
    const size = Math.min(Math.max(limit, 1), MAX_PAGE);
    const conditions = conditionsOf(this.#kind.conditions, filter);
    if (cursor !== undefined) {
      const position = readCursor(cursor, this.#kind.table, order);
      conditions.push(order === 'asc' ? sql`position > ${position}` : sql`position < ${position}`);
    }
    const { rows } = await sql<PositionedRow>`select * from ${this.#table}
      where ${allOf(conditions)} order by position ${order === 'asc' ? sql`asc` : sql`desc`} limit ${size + 1}`.execute(
      this.database,
    );
    const items = rows.slice(0, size);
    const last = items.at(-1);
    return {
      items: items.map((row) => this.#kind.value(row)),
      next:
        rows.length > size && last !== undefined ? writeCursor(this.#kind.table, order, last.position) : null,
    };
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

function writeCursor(table: string, order: 'asc' | 'desc', position: number): string {
  return Buffer.from(`${table}:${order}:${position}`).toString('base64url');
}

function readCursor(cursor: string, table: string, order: 'asc' | 'desc'): number {
  const [ofTable, ofOrder, text, ...more] = Buffer.from(cursor, 'base64url').toString().split(':');
  const position = Number(text);
  if (ofTable !== table || ofOrder !== order || more.length > 0 || !Number.isSafeInteger(position)) {
    throw new CursorInvalid();
  }
  return position;
}
