import { type Json, type JsonObject, list, object, text, whole } from './json.ts';
import { readStoredBlock, type Readings } from './profile-block-bytes.ts';
import type { ReplayedLedger } from './replayed-ledger.ts';

/** Codes of the registers that certificates come from. */
const GENERATION = 16;
const EXPORT = 2;
const CLOCK_TOLERANCE_SEC = 60;

/** Energy: per device, what was read up to its cursor is issued or carried, every interval exactly once. */
export class EnergyBook {
  *close(ledger: ReplayedLedger): Generator<string> {
    const chains = chainsOf(ledger);
    for (const [subject, chain] of chains) yield* checkChain(subject, chain, ledger);
    for (const cursor of ledger.all('cursor')) yield* checkDevice(cursor, chains, ledger);
    for (const batch of ledger.all('batch')) yield* checkBatch(batch);
    for (const issuance of ledger.all('issuance')) yield* checkIssuance(issuance, ledger);
  }
}

/** Blocks of a subject by sequence. */
type Chain = ReadonlyMap<number, Readings>;

function chainsOf(ledger: ReplayedLedger): Map<string, Map<number, Readings>> {
  const chains = new Map<string, Map<number, Readings>>();
  for (const { subject, sequence, bytes } of ledger.blocks) {
    const chain = chains.get(subject) ?? new Map<number, Readings>();
    chains.set(subject, chain.set(sequence, readStoredBlock(bytes)));
  }
  return chains;
}

/** Blocks follow one another, no time is covered twice, and no value is above the power that was approved. */
function* checkChain(subject: string, chain: Chain, ledger: ReplayedLedger): Generator<string> {
  const [kind = '', id = ''] = subject.split('/');
  const sequences = [...chain.keys()].sort((a, b) => a - b);
  if (sequences.some((sequence, index) => sequence !== index + 1)) yield `a block of ${subject} is missing`;
  if (ledger.get('head', kind, id)?.sequence !== sequences.length) yield `the head of ${subject}`;
  const periods = [...chain.values()]
    .map(({ startSec, intervalSec, intervals }) => [startSec, startSec + intervals * intervalSec] as const)
    .sort(([a], [b]) => a - b);
  if (periods.some(([start], index) => index > 0 && start < (periods[index - 1]?.[1] ?? 0)))
    yield `time of ${subject} is covered twice`;
  for (const { arrivalSec, startSec, intervalSec, intervals } of chain.values())
    if (startSec + intervals * intervalSec > arrivalSec + CLOCK_TOLERANCE_SEC)
      yield `${subject} measured the future`;
  const record = object(ledger.get(kind, id));
  const isCollectors = object(record.meter).attestedBy !== undefined;
  if ([...chain.values()].some(({ isAttested }) => isAttested !== isCollectors))
    yield `a block of ${subject} does not tell who signed it`;
  const limitW =
    kind === 'device'
      ? whole(record.capacityW)
      : Math.max(whole(record.importLimitW), whole(record.exportLimitW));
  for (const { intervalSec, registers } of chain.values())
    for (const { values } of registers.values())
      if (values.some((wh) => wh * 3600 > limitW * intervalSec)) yield `${subject} beyond its power`;
}

function* checkDevice(
  cursor: JsonObject,
  chains: ReadonlyMap<string, Chain>,
  ledger: ReplayedLedger,
): Generator<string> {
  const id = text(cursor.device);
  const device = object(ledger.get('device', id));
  const [subject, register] =
    device.meter === null ? [`point/${text(device.point)}`, EXPORT] : [`device/${id}`, GENERATION];
  const used = new UsedIntervals(chains.get(subject) ?? new Map<number, Readings>(), register);
  const issued = ledger.all('batch').flatMap(({ segments }) => list(segments));
  for (const segment of [...issued, ...list(cursor.carry)].filter((item) => item.device === id))
    yield* used.take(segment);
  yield* used.checkExhausted(whole(cursor.sequence), whole(cursor.index), id);
}

/** Block and interval. */
type Place = readonly [sequence: number, index: number];

function place(value: Json | undefined): Place {
  const { sequence, index } = object(value);
  return [whole(sequence), whole(index)];
}

/** How much of each interval is in segments. */
class UsedIntervals {
  readonly #chain: Chain;
  readonly #register: number;
  readonly #usedWh = new Map<string, number>();

  constructor(chain: Chain, register: number) {
    this.#chain = chain;
    this.#register = register;
  }

  /** A segment of several intervals with energy has all of it; one of a single interval may have a part. */
  *take(segment: JsonObject): Generator<string> {
    const [from, to] = [place(segment.from), place(segment.to)];
    const wh = whole(segment.wh);
    const name = `segment ${from.join('/')}-${to.join('/')} of ${text(segment.device)}`;
    const intervals = [...this.#between(from, to)];
    if (intervals.length === 0) yield `${name} without energy`;
    if (segment.provisional !== intervals.some(({ estimated }) => estimated)) yield `${name}: provisional`;
    const readWh = intervals.reduce((sum, { value }) => sum + value, 0);
    if (intervals.length > 1 && wh !== readWh) yield `${name} has ${wh} of ${readWh} Wh`;
    for (const { key, value } of intervals)
      this.#usedWh.set(key, (this.#usedWh.get(key) ?? 0) + (intervals.length > 1 ? value : wh));
  }

  /** Intervals with energy from one place to before another. */
  *#between(from: Place, to: Place): Generator<{ key: string; value: number; estimated: boolean }> {
    for (let [sequence] = from; sequence <= to[0]; sequence += 1) {
      const readings = this.#chain.get(sequence)?.registers.get(this.#register);
      const begin = sequence === from[0] ? from[1] : 0;
      const values = readings?.values.slice(begin, sequence === to[0] ? to[1] : undefined) ?? [];
      for (const [offset, value] of values.entries()) {
        const index = begin + offset;
        if (value > 0)
          yield { key: `${sequence}/${index}`, value, estimated: readings?.estimated.has(index) === true };
      }
    }
  }

  *checkExhausted(sequence: number, index: number, device: string): Generator<string> {
    for (const [number, { registers }] of this.#chain) {
      for (const [position, value] of (registers.get(this.#register)?.values ?? []).entries()) {
        const isUsed = number < sequence || (number === sequence && position < index);
        const used = this.#usedWh.get(`${number}/${position}`) ?? 0;
        if (used !== (isUsed ? value : 0))
          yield `interval ${number}/${position} of ${device}: ${value} Wh read, ${used} Wh used, ${isUsed ? 'before' : 'after'} the cursor`;
      }
    }
  }
}

function* checkBatch({ id, units, unitWh, segments }: JsonObject): Generator<string> {
  const wh = list(segments).reduce((sum, segment) => sum + whole(segment.wh), 0);
  if (wh !== whole(units) * whole(unitWh)) yield `batch ${text(id)} has ${wh} Wh for ${whole(units)} units`;
}

function* checkIssuance({ id, units }: JsonObject, ledger: ReplayedLedger): Generator<string> {
  const issued = ledger.all('batch').filter(({ issuance }) => issuance === id);
  const sum = issued.reduce((total, batch) => total + whole(batch.units), 0);
  if (sum !== whole(units)) yield `issuance ${text(id)} of ${whole(units)} units has batches of ${sum}`;
}
