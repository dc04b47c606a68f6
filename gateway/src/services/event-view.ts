import type { LedgerEvent } from '../read-model/event-log.ts';
import { formatEventId } from '../read-model/event-position.ts';

/** An event as streams and webhooks tell it. */
export function eventView({ position, type, record, transactionId, at, method }: LedgerEvent) {
  return { id: formatEventId(position), type, record, transactionId, at, method };
}
