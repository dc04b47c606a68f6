import { type Selectable, sql } from 'kysely';
import type { Intent, Journal, NewOperation, OperationError } from '../fabric/journal.ts';
import type { Operation } from '../fabric/operation.ts';
import type { Database } from './database.ts';
import type { OperationRow } from './tables.ts';

/** Operations and intents in the schema `service`. */
export class OperationJournal implements Journal {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(operation: NewOperation): Promise<{ operation: Operation; created: boolean }> {
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
    return { operation: existing, created: false };
  }

  async find(id: string): Promise<Operation | undefined> {
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
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('service.intents')
        .values({
          transaction_id: transactionId,
          operation_ids: [...operationIds],
          envelope,
          results: JSON.stringify(results),
          created_at: Date.now(),
        })
        .execute();
      await transaction
        .updateTable('service.operations')
        .set((row) => ({
          transaction_ids: row.fn<string[]>('array_append', ['transaction_ids', row.val(transactionId)]),
        }))
        .where('id', 'in', operationIds)
        .execute();
    });
  }

  async commit({ transactionId, operationIds, results }: Intent, blockNumber: number): Promise<void> {
    await this.#finish(operationIds, results, blockNumber, transactionId);
  }

  async settle(
    operationIds: readonly string[],
    results: readonly unknown[],
    blockNumber: number,
  ): Promise<void> {
    await this.#finish(operationIds, results, blockNumber);
  }

  async drop(transactionId: string): Promise<void> {
    await this.#database.deleteFrom('service.intents').where('transaction_id', '=', transactionId).execute();
  }

  async fail(operationIds: readonly string[], error: OperationError): Promise<void> {
    if (operationIds.length === 0) return;
    await this.#database
      .updateTable('service.operations')
      .set({ status: 'failed', error: JSON.stringify(error), finished_at: Date.now() })
      .where('id', 'in', operationIds)
      .where('status', '=', 'pending')
      .execute();
  }

  async intents(): Promise<Intent[]> {
    const rows = await this.#database
      .selectFrom('service.intents')
      .selectAll()
      .orderBy('created_at')
      .execute();
    return rows.map((row) => ({
      transactionId: row.transaction_id,
      operationIds: row.operation_ids,
      envelope: row.envelope,
      results: row.results,
    }));
  }

  async unbroadcast(): Promise<string[]> {
    const rows = await this.#database
      .selectFrom('service.operations')
      .select('id')
      .where('status', '=', 'pending')
      .where(sql<boolean>`not exists (select from service.intents where operations.id = any(operation_ids))`)
      .execute();
    return rows.map(({ id }) => id);
  }

  async #finish(
    operationIds: readonly string[],
    results: readonly unknown[],
    blockNumber: number,
    transactionId?: string,
  ): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      for (const [index, id] of operationIds.entries()) {
        await transaction
          .updateTable('service.operations')
          .set({
            status: 'committed',
            result: JSON.stringify(results[index] ?? null),
            block_number: blockNumber,
            finished_at: Date.now(),
          })
          .where('id', '=', id)
          .execute();
      }
      if (transactionId !== undefined) {
        await transaction.deleteFrom('service.intents').where('transaction_id', '=', transactionId).execute();
      }
    });
  }
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
