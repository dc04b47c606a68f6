import { mustEqual } from '../discrepancy.ts';
import type { Deed } from './transaction.ts';

/** Records of what happened; of the others' times, none says when something came about. */
const DATED = [
  'issuance',
  'transfer',
  'retirement',
  'payment',
  'hold',
  'offer',
  'bid',
  'trade',
  'proposal',
] as const;
const RULE = "a record bears its transaction's time";

/** Nothing is dated earlier or later than the transaction that it happened in. */
export function checkTimes(deed: Deed): void {
  for (const type of DATED) {
    for (const { before, after, key } of deed.changes(type)) {
      if (before === undefined) mustEqual(RULE, deed.now, after?.at, { key });
    }
  }
  for (const { before, after, key } of deed.changes('proposal')) {
    if (before !== undefined) mustEqual(RULE, deed.now, after?.decidedAt, { key });
  }
}
