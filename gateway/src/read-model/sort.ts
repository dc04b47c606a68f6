import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { CursorInvalid, type PageRequest } from './page.ts';
import { isStorable } from './storable.ts';

/** What a list can be sorted by, besides position: never null, and with an index that ends with position. */
export interface SortKey {
  readonly type: 'bigint' | 'numeric' | 'text';
  /** As in the index. */
  readonly expression: RawBuilder<unknown>;
}

/** By the names of the records' fields. */
export type SortKeys = Readonly<Record<string, SortKey>>;

export function column(name: string, type: SortKey['type']): SortKey {
  return { type, expression: sql.ref(name) };
}

/** A number that lies in the record only. */
export function field(name: string): SortKey {
  return { type: 'bigint', expression: sql.raw(`(((value ->> '${name}'))::bigint)`) };
}

interface Last {
  readonly position: number;
  /** Of the sort key. */
  readonly sort_value: string | null;
}

/**
 * Order of one list and its cursors. A cursor holds table, direction, sort key, and the values of the last row, and is
 * refused for every other list or order. However far a cursor is, the next page is one step down an index.
 */
export class Sorting {
  readonly #table: string;
  readonly #by: string;
  readonly #order: 'asc' | 'desc';
  readonly #key: SortKey | undefined;

  /** @throws RangeError for a key that the list does not have */
  constructor(table: string, keys: SortKeys, { by, order = 'desc' }: Pick<PageRequest, 'by' | 'order'>) {
    this.#table = table;
    this.#by = by ?? POSITION;
    this.#order = order;
    this.#key = this.#by === POSITION ? undefined : keys[this.#by];
    if (this.#key === undefined && this.#by !== POSITION) throw new RangeError(`no sort key ${this.#by}`);
  }

  /** Column of the select list that cursors need. */
  get value(): RawBuilder<unknown> {
    return this.#key === undefined
      ? sql`null::text as sort_value`
      : sql`(${this.#key.expression})::text as sort_value`;
  }

  get orderBy(): RawBuilder<unknown> {
    const direction = this.#order === 'asc' ? sql`asc` : sql`desc`;
    return this.#key === undefined
      ? sql`position ${direction}`
      : sql`${this.#key.expression} ${direction}, position ${direction}`;
  }

  /** @throws CursorInvalid */
  behind(cursor: string): RawBuilder<SqlBool> {
    const { position, value } = this.#read(cursor);
    const comparison = this.#order === 'asc' ? sql`>` : sql`<`;
    if (this.#key === undefined) return sql`position ${comparison} ${position}`;
    const { expression, type } = this.#key;
    return sql`(${expression}, position) ${comparison} (${value}::${sql.raw(type)}, ${position}::bigint)`;
  }

  cursorAt({ position, sort_value }: Last): string {
    const content = [this.#table, this.#order, this.#by, position, sort_value];
    return Buffer.from(JSON.stringify(content)).toString('base64url');
  }

  #read(cursor: string): { position: number; value: string | null } {
    const content = parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(content) || content.length !== PARTS) throw new CursorInvalid();
    const [table, order, by, position, value] = content as unknown[];
    const isOwn = table === this.#table && order === this.#order && by === this.#by;
    if (!isOwn || !Number.isSafeInteger(position) || !this.#isValue(value)) throw new CursorInvalid();
    return { position: position as number, value };
  }

  #isValue(value: unknown): value is string | null {
    if (this.#key === undefined) return value === null;
    if (typeof value !== 'string' || !isStorable(value)) return false;
    switch (this.#key.type) {
      case 'bigint':
        return NUMBER.test(value) && Number.isSafeInteger(Number(value));
      case 'numeric':
        return NUMBER.test(value);
      case 'text':
        return true;
    }
  }
}

export const POSITION = 'position';
const PARTS = 5;
const NUMBER = /^-?[0-9]{1,40}$/;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CursorInvalid();
  }
}
