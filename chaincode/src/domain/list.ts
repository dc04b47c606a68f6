import type { Change } from './change';
import { done, exists, type Decision, type SideRecord } from './decision';
import { DomainError } from './error-code';
import type { Verdict, VerdictList } from './registration/registration';

/** What one item of a list leads to. */
export interface ItemDecision {
  readonly outcome: 'done' | 'exists';
  readonly changes: readonly Change[];
  readonly records?: readonly SideRecord[];
}

/**
 * Decides the items of a list one after the other, with a verdict each: a refused item does not spoil the others. An
 * id that was named before in the list is refused, so that no record is written twice.
 */
export function decideEach<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  decide: (item: Item) => ItemDecision,
): Decision<VerdictList> {
  const seen = new Set<string>();
  const changes: Change[] = [];
  const records: SideRecord[] = [];
  const verdicts = items.map((item): Verdict => {
    const id = idOf(item);
    try {
      if (seen.has(id)) throw new DomainError('STATE_CONFLICT', 'named before in this list');
      seen.add(id);
      const decision = decide(item);
      changes.push(...decision.changes);
      records.push(...(decision.records ?? []));
      return { id, verdict: decision.outcome };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { id, verdict: 'refused', code: error.code, detail: error.detail };
    }
  });
  const allExist = verdicts.every(({ verdict }) => verdict === 'exists');
  return allExist ? exists({ verdicts }) : done({ verdicts }, changes, records);
}
