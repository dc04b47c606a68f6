import type { ColumnType, Generated } from 'kysely';
import type { Operation } from '../fabric/operation.ts';

/** JSON goes in as text, because drivers take arrays for arrays of PostgreSQL, and comes out parsed. */
type Json<Value> = ColumnType<Value, string, string>;
type NullableJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>;

export interface OperationRow {
  id: string;
  account: string;
  method: string;
  idempotency_key: string;
  request_hash: string;
  status: Operation['status'];
  transaction_ids: Generated<string[]>;
  block_number: number | null;
  result: NullableJson<unknown>;
  error: NullableJson<Operation['error']>;
  created_at: number;
  finished_at: number | null;
}

export interface IntentRow {
  transaction_id: string;
  operation_ids: string[];
  envelope: Uint8Array;
  results: Json<unknown[]>;
  created_at: number;
}

export interface ProgressRow {
  singleton: Generated<boolean>;
  block_number: number;
  header_hash: string;
}

/** Tables that are read and written with typed statements; those of the ledger's records are described in `records/`. */
export interface Tables {
  'service.operations': OperationRow;
  'service.intents': IntentRow;
  'ledger.progress': ProgressRow;
}
