import { type QueryResult, type RawBuilder, sql, type SqlBool } from 'kysely';
import { CursorInvalid, MAX_PAGE, type Page, type PageRequest } from './page.ts';
import { isStorable } from './storable.ts';

type After = (column: RawBuilder<unknown>) => RawBuilder<SqlBool>;

/**
 * A page of rows that are ordered by a text `key`; the cursor is the list's name, the direction and the last key.
 *
 * @param query gets the condition that puts a column behind the cursor, the direction, and how many rows to read
 */
export async function keysetPage<Item>(
  list: string,
  { limit, cursor, order = 'asc' }: PageRequest,
  query: (
    after: After,
    order: RawBuilder<unknown>,
    limit: number,
  ) => Promise<QueryResult<Item & { readonly key: string }>>,
): Promise<Page<Item>> {
  const size = Math.min(Math.max(limit, 1), MAX_PAGE);
  const prefix = `${list}:${order}:`;
  const key = cursor === undefined ? undefined : readKey(cursor, prefix);
  const after: After = (column) => {
    if (key === undefined) return sql`true`;
    return order === 'asc' ? sql`${column} > ${key}` : sql`${column} < ${key}`;
  };
  const { rows } = await query(after, order === 'asc' ? sql`asc` : sql`desc`, size + 1);
  const items = rows.slice(0, size);
  return {
    items: items.map(withoutKey),
    next:
      rows.length > size ? Buffer.from(`${prefix}${items.at(-1)?.key ?? ''}`).toString('base64url') : null,
  };
}

function withoutKey<Item>(row: Item & { readonly key: string }): Item {
  const entries = Object.entries(row).filter(([name]) => name !== 'key');
  return Object.fromEntries(entries) as Item;
}

function readKey(cursor: string, prefix: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(prefix) || !isStorable(text)) throw new CursorInvalid();
  return text.slice(prefix.length);
}
