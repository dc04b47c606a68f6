import { type RawBuilder, sql, type SqlBool, type Transaction } from 'kysely';
import type { RecordWriter, Row } from './records/record-kind.ts';
import type { Tables } from './tables.ts';

type Written = Pick<RecordWriter<never>, 'table' | 'replaceable'>;

interface PositionedRow extends Row {
  readonly position: number;
}

interface TableBuffer {
  readonly replaceable: RawBuilder<SqlBool>;
  readonly rows: Map<string, PositionedRow>;
  readonly removed: Set<string>;
}

/** Of rows in one statement, as JSON. The embedded database never gives back the memory that its largest one needed. */
const STATEMENT_CHARACTERS = 250_000;

/**
 * New rows of several blocks, the last value of each record winning, written with few statements per table. A record
 * keeps the position of its first appearance.
 */
export class RowBuffer {
  readonly #tables = new Map<string, TableBuffer>();

  put<Value>(kind: RecordWriter<Value>, value: Value, position: number): void {
    const row = kind.row(value);
    const { rows, removed } = this.#table(kind);
    removed.delete(row.id);
    rows.set(row.id, { position: rows.get(row.id)?.position ?? position, ...row });
  }

  remove(kind: Written, id: string): void {
    const { rows, removed } = this.#table(kind);
    rows.delete(id);
    removed.add(id);
  }

  get(kind: Written, id: string): Row | undefined {
    return this.#table(kind).rows.get(id);
  }

  async flush(database: Transaction<Tables>): Promise<void> {
    for (const [name, { rows, removed, replaceable }] of this.#tables) {
      const table = sql.table(`ledger.${name}`);
      if (removed.size > 0) await sql`delete from ${table} where id = any(${[...removed]})`.execute(database);
      for (const part of parts(rows.values())) await upsert(table, part, replaceable).execute(database);
    }
  }

  #table({ table: name, replaceable = sql`true` }: Written): TableBuffer {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const table: TableBuffer = { rows: new Map(), removed: new Set(), replaceable };
    this.#tables.set(name, table);
    return table;
  }
}

/** Rows of one table, which have the same columns. */
interface Part {
  readonly names: readonly string[];
  /** Each as JSON. */
  readonly rows: string[];
}

function* parts(rows: Iterable<PositionedRow>): Generator<Part> {
  let part: Part | undefined;
  let characters = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (part !== undefined && characters + json.length > STATEMENT_CHARACTERS) {
      yield part;
      part = undefined;
      characters = 0;
    }
    part ??= { names: Object.keys(row), rows: [] };
    part.rows.push(json);
    characters += json.length;
  }
  if (part !== undefined) yield part;
}

function upsert(
  table: RawBuilder<unknown>,
  { names, rows }: Part,
  replaceable: RawBuilder<SqlBool>,
): RawBuilder<unknown> {
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const updates = names
    .filter((name) => name !== 'id' && name !== 'position')
    .map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  return sql`insert into ${table} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${table}, ${`[${rows.join()}]`}::jsonb)
    on conflict (id) do update set ${sql.join(updates)} where ${replaceable}`;
}
