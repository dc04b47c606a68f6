import { Discrepancy, must, mustEqual } from '../discrepancy.ts';
import { NOT_ISSUED, standing, type Expected, type Movement } from './expected.ts';
import type { RecordOf } from './record.ts';
import type { State } from './state.ts';
import { madeBy, type Change, type Deed } from './transaction.ts';

type Holding = RecordOf<'holding'>;

/**
 * The units of a batch lie in disjoint ranges that cover it, and every unit that changed hands or state did so because
 * a record of the same transaction says so.
 */
export function checkHoldings(deed: Deed, expected: Expected): void {
  const byBatch = grouped(deed.changes('holding'), (change) => madeBy(change).batch);
  const actual: Movement[] = [];
  for (const [batch, changes] of byBatch) {
    const isNew = deed.before('batch', batch) === undefined;
    for (const change of changes) checkFacts(deed, change);
    actual.push(...movementsOf(batch, isNew, changes));
  }
  const [should, is] = [normalised(expected.movements), normalised(actual)];
  for (let index = 0; index < Math.max(should.length, is.length); index += 1) {
    const place = should[index] ?? is[index];
    mustEqual('certificates move as the records say', should[index], is[index], {
      key: `holding/${place?.batch}/${place?.start}`,
    });
  }
}

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** A holding says of its units what the batch says. */
function checkFacts(deed: Deed, change: Change<'holding'>): void {
  const { key } = change;
  const { batch, start, end, scheme, unitWh, vintage, expiresAt, provisional } = madeBy(change);
  const origin = deed.named('batch', batch);
  const facts = { scheme, unitWh, vintage, expiresAt, provisional };
  const wanted = {
    scheme: origin.scheme,
    unitWh: origin.unitWh,
    vintage: origin.vintage,
    expiresAt: origin.expiresAt,
    provisional: origin.provisional,
  };
  mustEqual('a holding is of its batch', wanted, facts, { key });
  const isRange = start < end && end <= origin.units;
  must(isRange, 'a holding lies within its batch', {
    key,
    expected: `[0, ${origin.units})`,
    found: `[${start}, ${end})`,
  });
}

/** What happened to each range between two ends of any holding that was there before or is there now. */
function movementsOf(batch: string, isNew: boolean, changes: readonly Change<'holding'>[]): Movement[] {
  const before = changes.flatMap((change) => change.before ?? []);
  const after = changes.flatMap((change) => change.after ?? []);
  const ends = [...new Set([...before, ...after].flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  return ends.slice(0, -1).flatMap((start, index) => {
    const end = ends[index + 1] ?? start;
    const covers = (holding: Holding) => holding.start <= start && end <= holding.end;
    const [was, ...wasToo] = before.filter(covers);
    const [is, ...isToo] = after.filter(covers);
    if (was === undefined && is === undefined) return [];
    const expectation = isNew ? 'one holding' : 'one holding before and after';
    const isWhole = is !== undefined && (was !== undefined || isNew) && wasToo.length + isToo.length === 0;
    if (!isWhole) {
      throw new Discrepancy('the ranges of a batch are disjoint and complete', {
        key: `holding/${batch}/${start}`,
        expected: `${expectation} of [${start}, ${end})`,
        found: `${was === undefined ? 0 : 1 + wasToo.length} before, ${is === undefined ? 0 : 1 + isToo.length} after`,
      });
    }
    return [
      { batch, start, end, from: was === undefined ? NOT_ISSUED : standingOf(was), to: standingOf(is) },
    ];
  });
}

function standingOf({ owner, state }: Holding): string {
  switch (state.kind) {
    case 'free':
      return standing(owner, 'free');
    case 'offered':
      return standing(owner, 'offered', state.offer);
    case 'retired':
      return standing(owner, 'retired', state.retirement);
  }
}

/** In order, without what stays as it is, neighbours joined. */
function normalised(movements: readonly Movement[]): Movement[] {
  const sorted = movements
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => (a.batch === b.batch ? a.start - b.start : a.batch < b.batch ? -1 : 1));
  const joined: Movement[] = [];
  for (const movement of sorted) {
    const last = joined.at(-1);
    if (last?.batch !== movement.batch || movement.start > last.end) {
      joined.push(movement);
      continue;
    }
    must(movement.start === last.end, 'no unit is moved twice', {
      key: `holding/${movement.batch}/${movement.start}`,
      expected: `a start from ${last.end} on`,
      found: movement.start,
    });
    const isSame = last.from === movement.from && last.to === movement.to;
    if (isSame) joined[joined.length - 1] = { ...last, end: movement.end };
    else joined.push(movement);
  }
  return joined;
}

/** Units by state, counted from the holdings that stand; every batch must be covered without overlap. */
export function countHoldings(state: State): {
  issued: number;
  retired: number;
  retiredWh: number;
  outstanding: number;
} {
  const totals = { issued: 0, retired: 0, retiredWh: 0, outstanding: 0 };
  const byBatch = grouped(state.all('holding'), ({ batch }) => batch);
  for (const { id, units } of state.all('batch')) {
    const holdings = (byBatch.get(id) ?? []).sort((a, b) => a.start - b.start);
    let covered = 0;
    for (const { start, end, state: now, unitWh } of holdings) {
      mustEqual('the ranges of a batch are disjoint and complete', covered, start, {
        key: `holding/${id}/${start}`,
      });
      covered = end;
      if (now.kind !== 'retired') totals.outstanding += end - start;
      else {
        totals.retired += end - start;
        totals.retiredWh += (end - start) * unitWh;
      }
    }
    mustEqual('the ranges of a batch are disjoint and complete', units, covered, {
      key: `holding/${id}/${covered}`,
    });
    totals.issued += units;
  }
  return totals;
}
