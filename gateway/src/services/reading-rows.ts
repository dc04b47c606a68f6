import {
  assetId,
  MAX_EPOCH_SECONDS,
  REGISTERS,
  type MeteredSubject,
  type RegisterName,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';

/** Columns of readings as CSV, in the order in which they are written. */
export const READING_COLUMNS = ['subject', 'start', 'interval', 'register', 'value', 'quality'] as const;
export type ReadingCells = Readonly<Record<(typeof READING_COLUMNS)[number], string>>;

/** One register's value in one interval. */
export interface ReadingRow {
  readonly subject: MeteredSubject;
  /** Epoch seconds. */
  readonly start: number;
  readonly intervalSec: number;
  readonly register: RegisterName;
  readonly value: number;
  readonly estimated: boolean;
  /** As it came, to be sent back where it is refused. */
  readonly cells: ReadingCells;
}

/** A row that is none. */
export interface RefusedRow {
  readonly cells: ReadingCells;
  readonly code: string;
  readonly detail: string;
}

const SUBJECT = /^(point|device)\/(.*)$/s;
const WHOLE = /^(0|[1-9][0-9]{0,14})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;
/** `Date` takes the 30th of February for the 1st of March. */
const calendarDay = z.iso.date();
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const MS_PER_SECOND = 1000;
const LONGEST_SEC = 86_400;
const NAMES: ReadonlySet<string> = new Set(REGISTERS.map(({ name }) => name));

/** `<kind>/<id>`; null for anything else. */
export function parseSubject(text: string): MeteredSubject | null {
  const [, kind, id = ''] = SUBJECT.exec(text) ?? [];
  if (kind === undefined || !assetId.safeParse(id).success) return null;
  return { kind: kind as MeteredSubject['kind'], id };
}

/**
 * Reads the cells of a row: subject `<kind>/<id>`, start in epoch seconds or ISO 8601 with its offset, interval in
 * seconds, register by its name, value in the register's unit, quality `measured` (also when empty) or `estimated`.
 */
export function readRow(cells: ReadingCells): ReadingRow | RefusedRow {
  const subject = parseSubject(cells.subject);
  if (subject === null) return refusedRow(cells, 'subject: must be point/<id> or device/<id>');
  const start = startOf(cells.start);
  if (start === null) return refusedRow(cells, 'start: must be epoch seconds, or a time with its offset');
  const intervalSec = WHOLE.test(cells.interval) ? Number(cells.interval) : 0;
  if (intervalSec < 1 || intervalSec > LONGEST_SEC || start + intervalSec > MAX_EPOCH_SECONDS)
    return refusedRow(cells, `interval: must be 1 to ${LONGEST_SEC} whole seconds`);
  if (!NAMES.has(cells.register))
    return refusedRow(cells, `register: must be one of ${[...NAMES].join(', ')}`);
  if (!WHOLE.test(cells.value)) return refusedRow(cells, 'value: must be a whole number, 0 or more');
  if (!['', 'measured', 'estimated'].includes(cells.quality))
    return refusedRow(cells, 'quality: must be measured or estimated');
  return {
    subject,
    start,
    intervalSec,
    register: cells.register as RegisterName,
    value: Number(cells.value),
    estimated: cells.quality === 'estimated',
    cells,
  };
}

export function refusedRow(cells: ReadingCells, detail: string): RefusedRow {
  return { cells, code: 'REQUEST_MALFORMED', detail };
}

function startOf(text: string): number | null {
  const seconds = WHOLE.test(text)
    ? Number(text)
    : INSTANT.test(text) && calendarDay.safeParse(text.slice(0, DAY_LENGTH)).success
      ? Date.parse(text) / MS_PER_SECOND
      : Number.NaN;
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_EPOCH_SECONDS ? seconds : null;
}
