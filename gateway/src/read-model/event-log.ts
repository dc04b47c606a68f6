import { sql } from 'kysely';
import type { Database } from './database.ts';
import { compareEvents, endOfBlock, type EventPosition } from './event-position.ts';

/** One change of a valid transaction. */
export interface LedgerEvent {
  readonly position: EventPosition;
  /** Type and id of the record, as the ledger's event names them. */
  readonly type: string;
  readonly record: string;
  readonly transactionId: string;
  readonly at: number;
  readonly method: string | null;
  /** Whom the record belongs to, as of the change; null for types that are for everybody. */
  readonly parties: readonly string[] | null;
}

export interface EventPage {
  readonly events: readonly LedgerEvent[];
  /** Everything up to here is in this page or was before it. */
  readonly upTo: EventPosition;
  /** False when there was more. */
  readonly isLast: boolean;
}

export interface EventLog {
  /** What follows `after`, in the order of the ledger, by at most so many transactions. */
  after(after: EventPosition, transactions: number): Promise<EventPage>;
}

interface TransactionRow {
  readonly as_of: number;
  /** This and the following are null together, when nothing follows. */
  readonly id: string | null;
  readonly block_number: number;
  readonly index_in_block: number;
  readonly at: number;
  readonly method: string | null;
  readonly ids: readonly (readonly [string, string])[];
  readonly parties: readonly (readonly string[] | null)[] | null;
}

/** The sequence of changes, read from the transactions. */
export class TransactionEventLog implements EventLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async after(after: EventPosition, transactions: number): Promise<EventPage> {
    // One statement, so that progress and rows are of the same moment: between a rebuild's beginning and its end the
    // tables lack what they had.
    const { rows } = await sql<TransactionRow>`
      select progress.block_number as as_of, found.* from ledger.progress
      left join lateral (
        select id, block_number, index_in_block, at, method, ids, parties from ledger.transactions
        where validation_code = 0 and ids is not null
          and (block_number, index_in_block) >= (${after.block}, ${after.transaction})
        order by block_number, index_in_block limit ${transactions}
      ) found on true
      order by found.block_number, found.index_in_block`.execute(this.#database);
    const found = rows.filter(({ id }) => id !== null);
    const events = found.flatMap(eventsOf).filter(({ position }) => compareEvents(position, after) > 0);
    const isLast = found.length < transactions;
    const reached = isLast ? endOfBlock(rows[0]?.as_of ?? -1) : endOfTransaction(found.at(-1));
    return { events, upTo: compareEvents(reached, after) > 0 ? reached : after, isLast };
  }
}

function eventsOf(row: TransactionRow): LedgerEvent[] {
  return row.ids.map(([type, record], change) => ({
    position: { block: row.block_number, transaction: row.index_in_block, change },
    type,
    record,
    transactionId: row.id ?? '',
    at: row.at,
    method: row.method,
    parties: row.parties?.[change] ?? null,
  }));
}

function endOfTransaction(row: TransactionRow | undefined): EventPosition {
  if (row === undefined) return endOfBlock(-1);
  return { ...endOfBlock(row.block_number), transaction: row.index_in_block };
}
