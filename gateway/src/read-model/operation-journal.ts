import { type Selectable, sql } from 'kysely';
import type { Intent, Journal, NewOperation, OperationError } from '../fabric/journal.ts';
import type { Operation } from '../fabric/operation.ts';
import type { Database } from './database.ts';
import { outlastLostConnections } from './lost-connection.ts';
import { isStorable, storableJson } from './storable.ts';
import type { OperationRow } from './tables.ts';

/**
 * Operations and intents in the schema `service`; every step is one statement, hence one database transaction. What a
 * command cannot do without outlasts lost connections to the server, and may be carried out twice: when it was, and only
 * the answer was lost, the second time changes nothing.
 */
export class OperationJournal implements Journal {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  open(operation: NewOperation): Promise<{ operation: Operation; created: boolean }> {
    return outlastLostConnections(() => this.#open(operation));
  }

  async find(id: string): Promise<Operation | undefined> {
    if (!isStorable(id)) return undefined;
    const row = await this.#database
      .selectFrom('service.operations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  async findByKey(account: string, idempotencyKey: string): Promise<Operation | undefined> {
    const row = await this.#database
      .selectFrom('service.operations')
      .selectAll()
      .where('account', '=', account)
      .where('idempotency_key', '=', idempotencyKey)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  async reopen(id: string): Promise<Operation | undefined> {
    const row = await this.#database
      .updateTable('service.operations')
      .set({ status: 'pending', error: null, finished_at: null })
      .where('id', '=', id)
      .where('status', '=', 'failed')
      .returningAll()
      .executeTakeFirst();
    return row && fromRow(row);
  }

  async intend({ transactionId, operationIds, envelope, results }: Intent): Promise<void> {
    const statement = sql`with intent as (
        insert into service.intents (transaction_id, operation_ids, envelope, results, created_at)
        values (${transactionId}, ${operationIds}, ${envelope}, ${storableJson(results)}, ${Date.now()})
        on conflict do nothing returning transaction_id
      )
      update service.operations set transaction_ids = array_append(transaction_ids, intent.transaction_id)
      from intent where id = any(${operationIds})`;
    await outlastLostConnections(() => statement.execute(this.#database));
  }

  async commit({ transactionId, operationIds, results }: Intent, blockNumber: number): Promise<void> {
    const statement = sql`with resolved as (delete from service.intents where transaction_id = ${transactionId})
      ${committed(operationIds, results, blockNumber)}`;
    await outlastLostConnections(() => statement.execute(this.#database));
  }

  async settle(
    operationIds: readonly string[],
    results: readonly unknown[],
    blockNumber: number,
  ): Promise<void> {
    const statement = committed(operationIds, results, blockNumber);
    await outlastLostConnections(() => statement.execute(this.#database));
  }

  async drop(transactionId: string): Promise<void> {
    const statement = this.#database
      .deleteFrom('service.intents')
      .where('transaction_id', '=', transactionId);
    await outlastLostConnections(() => statement.execute());
  }

  async fail(operationIds: readonly string[], error: OperationError): Promise<void> {
    if (operationIds.length === 0) return;
    const statement = this.#database
      .updateTable('service.operations')
      .set({ status: 'failed', error: storableJson(error), finished_at: Date.now() })
      .where('id', 'in', operationIds)
      .where('status', '=', 'pending');
    await outlastLostConnections(() => statement.execute());
  }

  /** Deletes at most `count` operations that ended before, oldest first, and answers how many these were. */
  async prune(finishedBefore: number, count: number): Promise<number> {
    const oldest = this.#database
      .selectFrom('service.operations')
      .select('id')
      .where('finished_at', '<', finishedBefore)
      .orderBy('finished_at')
      .limit(count);
    const { numDeletedRows } = await this.#database
      .deleteFrom('service.operations')
      .where('id', 'in', oldest)
      .where('finished_at', '<', finishedBefore)
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  async intents(): Promise<Intent[]> {
    const statement = this.#database.selectFrom('service.intents').selectAll().orderBy('created_at');
    const rows = await outlastLostConnections(() => statement.execute());
    return rows.map((row) => ({
      transactionId: row.transaction_id,
      operationIds: row.operation_ids,
      envelope: row.envelope,
      results: row.results,
    }));
  }

  async unbroadcast(): Promise<string[]> {
    const statement = this.#database
      .selectFrom('service.operations')
      .select('id')
      .where('status', '=', 'pending')
      .where(sql<boolean>`not exists (select from service.intents where operations.id = any(operation_ids))`);
    const rows = await outlastLostConnections(() => statement.execute());
    return rows.map(({ id }) => id);
  }

  async #open(operation: NewOperation): Promise<{ operation: Operation; created: boolean }> {
    const created = await this.#database
      .insertInto('service.operations')
      .values({
        id: operation.id,
        account: operation.account,
        method: operation.method,
        idempotency_key: operation.idempotencyKey,
        request_hash: operation.requestHash,
        status: 'pending',
        created_at: Date.now(),
      })
      .onConflict((conflict) => conflict.columns(['account', 'idempotency_key']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (created !== undefined) return { operation: fromRow(created), created: true };
    const existing = await this.findByKey(operation.account, operation.idempotencyKey);
    if (existing === undefined) throw new Error('an operation vanished');
    return { operation: existing, created: existing.id === operation.id };
  }
}

/** Each operation takes the result at its place. */
function committed(operationIds: readonly string[], results: readonly unknown[], blockNumber: number) {
  return sql`update service.operations set status = 'committed', result = answer.value,
      block_number = ${blockNumber}, finished_at = ${Date.now()}
    from jsonb_array_elements(${storableJson(results)}::jsonb) with ordinality as answer (value, place)
    where id = (${operationIds}::text[])[answer.place]`;
}

function fromRow(row: Selectable<OperationRow>): Operation {
  return {
    id: row.id,
    account: row.account,
    method: row.method,
    idempotencyKey: row.idempotency_key,
    requestHash: row.request_hash,
    status: row.status,
    transactionIds: row.transaction_ids,
    blockNumber: row.block_number,
    result: row.result,
    error: row.error,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}
