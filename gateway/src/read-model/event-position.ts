/**
 * A place in the ledger's sequence of changes: block, transaction in it, change in that. The same at every gateway, and
 * again after a rebuild.
 */
export interface EventPosition {
  readonly block: number;
  readonly transaction: number;
  readonly change: number;
}

/** Transactions of a block and changes of a transaction are fewer than 10,000. */
const LAST = 9_999;

/** `<block>.<transaction>.<change>` in decimal digits. */
export const EVENT_ID = /^(0|[1-9][0-9]{0,14})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$/;

/** Behind everything in the block; -1 is before the first. */
export function endOfBlock(block: number): EventPosition {
  return block < 0 ? { block: 0, transaction: 0, change: 0 } : { block, transaction: LAST, change: LAST };
}

export function formatEventId({ block, transaction, change }: EventPosition): string {
  return `${block}.${transaction}.${change}`;
}

/** @param id of the form {@link EVENT_ID} */
export function parseEventId(id: string): EventPosition {
  const [block = NaN, transaction = NaN, change = NaN] = id.split('.').map(Number);
  if (!EVENT_ID.test(id)) throw new RangeError(`${id} is no event id`);
  return { block, transaction, change };
}

/** Negative when `a` comes first. */
export function compareEvents(a: EventPosition, b: EventPosition): number {
  return a.block - b.block || a.transaction - b.transaction || a.change - b.change;
}
