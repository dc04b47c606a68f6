import type { Migration } from 'kysely';
import { createLedgerSchema } from './0001-ledger.ts';
import { createServiceSchema } from './0002-service.ts';
import { createEventLog } from './0003-event-log.ts';
import { indexOperationAge } from './0004-operation-age.ts';
import { addSortIndexes } from './0005-sort-indexes.ts';
import { createWebhooks } from './0006-webhooks.ts';
import { createLineBatches } from './0007-line-batches.ts';
import { createApiKeys } from './0008-api-keys.ts';
import { addAttestation } from './0009-attested-readings.ts';
import { sortReadingsByStart } from './0010-readings-by-start.ts';

/**
 * Changes of the tables, by name in the order of application; one that was released is never edited. Schema `ledger` is
 * rebuilt from the blocks: a migration of it may drop its tables and empty `ledger.progress`. Schema `service` is data.
 */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-ledger': createLedgerSchema,
  '0002-service': createServiceSchema,
  '0003-event-log': createEventLog,
  '0004-operation-age': indexOperationAge,
  '0005-sort-indexes': addSortIndexes,
  '0006-webhooks': createWebhooks,
  '0007-line-batches': createLineBatches,
  '0008-api-keys': createApiKeys,
  '0009-attested-readings': addAttestation,
  '0010-readings-by-start': sortReadingsByStart,
};
