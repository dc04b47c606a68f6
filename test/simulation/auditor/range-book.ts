import { type JsonObject, list, object, text, whole } from './json.ts';
import type { RecordChange, ReplayedLedger, Step } from './replayed-ledger.ts';

/** A move of units that a record tells: who had them, and who has them or that they are retired. */
interface Move {
  readonly batch: string;
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
}

const INHERITED = ['scheme', 'unitWh', 'vintage', 'expiresAt', 'provisional'] as const;

/** Ranges: the holdings of a batch tile it at any time, and units move only as the records of the step say. */
export class RangeBook {
  *check(step: Step, ledger: ReplayedLedger): Generator<string> {
    const holdings = step.changes.filter(({ type }) => type === 'holding');
    for (const change of holdings) yield* checkHolding(change, ledger);
    const moves = step.changes.flatMap(movesOf);
    const touched = new Set([
      ...holdings.map(({ attributes }) => batchOf(attributes)),
      ...moves.map(({ batch }) => batch),
    ]);
    for (const batch of touched) yield* checkBatch(batch, holdings, moves, ledger);
  }

  *close(ledger: ReplayedLedger): Generator<string> {
    for (const batch of ledger.all('batch'))
      yield* checkTiling(text(batch.id), rangesOf(text(batch.id), ledger), ledger);
  }
}

function batchOf([issuance = '', index = '']: readonly string[]): string {
  return `${issuance}.${Number(index)}`;
}

function* checkHolding(
  { attributes, before, after }: RecordChange,
  ledger: ReplayedLedger,
): Generator<string> {
  const [issuance = '', index = '', start] = attributes;
  const name = attributes.join('/');
  if (after === undefined) {
    yield `holding ${name} deleted`;
    return;
  }
  if (text(after.batch) !== batchOf(attributes) || whole(after.start) !== Number(start))
    yield `holding ${name} under the wrong key`;
  if (
    before !== undefined &&
    stateOf(before) === 'retired' &&
    JSON.stringify(before) !== JSON.stringify(after)
  )
    yield `retired holding ${name} changed`;
  const batch = ledger.get('batch', issuance, index);
  if (batch === undefined) {
    yield `holding ${name} of no batch`;
    return;
  }
  for (const property of INHERITED)
    if (JSON.stringify(batch[property]) !== JSON.stringify(after[property]))
      yield `${property} of holding ${name}`;
}

function* checkBatch(
  batch: string,
  changes: readonly RecordChange[],
  moves: readonly Move[],
  ledger: ReplayedLedger,
): Generator<string> {
  const after = rangesOf(batch, ledger);
  yield* checkTiling(batch, after, ledger);
  const before = rangesBefore(batch, after, changes);
  const cuts = [...new Set([...before, ...after].flatMap(({ start, end }) => [whole(start), whole(end)]))];
  for (const unit of cuts.sort((a, b) => a - b)) {
    const [was, is] = [handAt(before, unit), handAt(after, unit)];
    const move = moves.find((item) => item.batch === batch && item.start <= unit && unit < item.end);
    const expected = move === undefined ? was : move.to;
    if (move !== undefined && was !== move.from)
      yield `unit ${unit} of ${batch} moved from ${move.from}, but was ${was}`;
    if (is !== expected) yield `unit ${unit} of ${batch} is ${is}, not ${expected}`;
  }
}

/** Every unit of the batch is in exactly one holding. */
function* checkTiling(
  batch: string,
  ranges: readonly JsonObject[],
  ledger: ReplayedLedger,
): Generator<string> {
  const dot = batch.lastIndexOf('.');
  const units = ledger.get('batch', batch.slice(0, dot), batch.slice(dot + 1).padStart(4, '0'))?.units;
  let covered = 0;
  for (const { start, end } of ranges) {
    if (whole(start) !== covered)
      yield `batch ${batch} is covered until ${covered}, then from ${whole(start)}`;
    if (whole(end) <= whole(start)) yield `an empty range of batch ${batch}`;
    covered = whole(end);
  }
  if (covered !== units) yield `batch ${batch} is covered until ${covered}`;
}

function rangesOf(batch: string, ledger: ReplayedLedger): JsonObject[] {
  return ledger
    .all('holding')
    .filter((holding) => holding.batch === batch)
    .sort((a, b) => whole(a.start) - whole(b.start));
}

function rangesBefore(
  batch: string,
  after: readonly JsonObject[],
  changes: readonly RecordChange[],
): JsonObject[] {
  const changed = changes.filter(({ attributes }) => batchOf(attributes) === batch);
  const written = new Set(changed.map(({ attributes }) => Number(attributes[2])));
  const replaced = changed.flatMap(({ before }) => (before === undefined ? [] : [before]));
  return [...after.filter(({ start }) => !written.has(whole(start))), ...replaced];
}

/** In whose hand a unit is: its owner, or retired by its owner. */
function handAt(ranges: readonly JsonObject[], unit: number): string {
  const range = ranges.find(({ start, end }) => whole(start) <= unit && unit < whole(end));
  return range === undefined ? 'nobody' : hand(text(range.owner), stateOf(range) === 'retired');
}

function hand(owner: string, retired: boolean): string {
  return retired ? `${owner} (retired)` : owner;
}

function stateOf({ state }: JsonObject): string {
  return text(object(state).kind);
}

/** The moves that a new record tells. */
function movesOf({ type, before, after }: RecordChange): Move[] {
  if (after === undefined || before !== undefined) return [];
  switch (type) {
    case 'batch':
      return [
        { batch: text(after.id), start: 0, end: whole(after.units), from: 'nobody', to: text(after.owner) },
      ];
    case 'transfer':
      return pieces(after, text(after.from), text(after.to));
    case 'trade':
      return pieces(after, text(after.seller), text(after.buyer));
    case 'retirement':
      return pieces(after, text(after.owner), hand(text(after.owner), true));
    default:
      return [];
  }
}

function pieces(record: JsonObject, from: string, to: string): Move[] {
  return list(record.pieces).map(({ batch, start, units }) => ({
    batch: text(batch),
    start: whole(start),
    end: whole(start) + whole(units),
    from,
    to,
  }));
}
