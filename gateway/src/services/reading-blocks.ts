import type { RegisterName, RegisterValues } from '@commonwatt/chaincode/domain';
import type { ReadingBlock } from '../read-model/read-model.ts';
import type { ReadingRow, RefusedRow } from './reading-rows.ts';

const SECONDS_PER_DAY = 86_400;

/** All registers in one interval. */
export interface Slot {
  readonly start: number;
  readonly intervalSec: number;
  readonly rows: ReadonlyMap<RegisterName, ReadingRow>;
}

/** Puts the rows of one subject together by interval, in the order of time; what is there twice is refused. */
export function slotsOf(rows: readonly ReadingRow[]): { slots: Slot[]; refused: RefusedRow[] } {
  const refused: RefusedRow[] = [];
  const byTime = new Map<string, Slot & { rows: Map<RegisterName, ReadingRow> }>();
  for (const row of rows) {
    const { start, intervalSec, register } = row;
    const key = `${start} ${intervalSec}`;
    const slot = byTime.get(key) ?? { start, intervalSec, rows: new Map<RegisterName, ReadingRow>() };
    byTime.set(key, slot);
    if (slot.rows.has(register))
      refused.push({ cells: row.cells, code: 'REQUEST_MALFORMED', detail: 'the row is there twice' });
    else slot.rows.set(register, row);
  }
  const slots = [...byTime.values()].sort((one, other) => one.start - other.start);
  return { slots, refused };
}

/** Slots that follow one another in one day (UTC), of equal length and with the same registers: what one block can hold. */
export function runsOf(slots: readonly Slot[]): Slot[][] {
  const runs: Slot[][] = [];
  for (const slot of slots) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && continues(last, slot)) run.push(slot);
    else runs.push([slot]);
  }
  return runs;
}

function continues(last: Slot, next: Slot): boolean {
  return (
    last.intervalSec === next.intervalSec &&
    last.start + last.intervalSec === next.start &&
    dayOf(last.start) === dayOf(next.start) &&
    last.rows.size === next.rows.size &&
    [...last.rows.keys()].every((register) => next.rows.has(register))
  );
}

/** Days (UTC) since the epoch. */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / SECONDS_PER_DAY);
}

/** The registers of a block of these slots. */
export function registersOf(slots: readonly Slot[]): readonly [RegisterValues, ...RegisterValues[]] {
  const names = [...(slots[0]?.rows.keys() ?? [])];
  const registers = names.map((register): RegisterValues => {
    const rows = slots.map(({ rows: found }) => found.get(register));
    return {
      register,
      values: rows.map((row) => row?.value ?? 0),
      estimated: runsOfEstimates(rows.map((row) => row?.estimated === true)),
    };
  });
  const [first, ...others] = registers;
  if (first === undefined) throw new RangeError('an interval without a register');
  return [first, ...others];
}

function runsOfEstimates(estimated: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  estimated.forEach((isEstimated, index) => {
    const last = runs.at(-1);
    if (!isEstimated) return;
    if (last?.[1] === index) last[1] = index + 1;
    else runs.push([index, index + 1]);
  });
  return runs;
}

/** Whether an accepted block has this interval: with the same values, with others, or not. */
export function compare(slot: Slot, block: ReadingBlock): 'same' | 'other' | 'none' {
  const index = (slot.start - block.start) / block.intervalSec;
  const isThere = block.intervalSec === slot.intervalSec && Number.isInteger(index);
  if (!isThere || index < 0 || index >= block.intervals) return 'none';
  const isSame =
    block.registers.length === slot.rows.size &&
    block.registers.every(({ register, values, estimated }) => {
      const row = slot.rows.get(register);
      const isEstimated = estimated.some(([from, to]) => from <= index && index < to);
      return row?.value === values[index] && row?.estimated === isEstimated;
    });
  return isSame ? 'same' : 'other';
}
