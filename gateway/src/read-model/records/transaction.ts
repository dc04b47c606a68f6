import type { LedgerTransaction, TransactionFilter } from '../read-model.ts';
import { sql } from 'kysely';
import { equal, type RecordReader, type RecordWriter, type Row } from './record-kind.ts';

const VALID = 0;

/** As it is written: with whom each of its records belongs to, for events. */
export interface ListedTransaction extends LedgerTransaction {
  readonly parties: readonly (readonly string[] | null)[] | null;
}

export const transactions: RecordReader<LedgerTransaction, TransactionFilter> &
  RecordWriter<ListedTransaction> = {
  table: 'transactions',
  // Anybody may broadcast an invalid transaction that claims the id of a valid one.
  replaceable: sql`transactions.validation_code <> ${VALID}`,
  row: (transaction) => ({
    id: transaction.id,
    block_number: transaction.blockNumber,
    index_in_block: transaction.index,
    at: transaction.at,
    method: transaction.method,
    creator: transaction.creator,
    validation_code: transaction.validationCode,
    ids: transaction.ids,
    parties: transaction.parties,
  }),
  value: (row: Row) => ({
    id: row.id,
    blockNumber: row.block_number as number,
    index: row.index_in_block as number,
    at: row.at as number,
    method: row.method as string | null,
    creator: row.creator as string | null,
    validationCode: row.validation_code as number,
    ids: row.ids as LedgerTransaction['ids'],
  }),
  conditions: {
    blockNumber: equal('block_number'),
    method: equal('method'),
    creator: equal('creator'),
    valid: (valid) => (valid ? sql`validation_code = ${VALID}` : sql`validation_code <> ${VALID}`),
  },
};
