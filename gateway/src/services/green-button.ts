import type { MeteredSubject, RegisterName } from '@commonwatt/chaincode/domain';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ReadingRow, RefusedRow } from './reading-rows.ts';

/** A Green Button document that cannot be read. */
export class GreenButtonUnreadable extends Error {}

/** Values of one document: three years of quarter-hours. */
const MAX_READINGS = 110_000;
const MAX_TEXT_LENGTH = 1000;
const ESPI = 'http://naesb.org/espi';
const ATOM = 'http://www.w3.org/2005/Atom';

/** Units and directions of ESPI (NAESB REQ.21: UomType, FlowDirectionType). */
const WATT_HOURS = '72';
const VAR_HOURS = '73';
const FORWARD = '1';
const REVERSE = '19';
/** Accumulation behaviour of sums of the interval; a register that only ever rises is not taken. */
const DELTA = '4';
/** QualityOfReading: valid, validated, verified, revenue quality, and raw as the meter gave it; all others are estimates. */
const MEASURED: ReadonlySet<string> = new Set(['0', '14', '17', '18', '19']);

interface ReadingType {
  readonly unit: string;
  readonly direction: string;
  readonly exponent: number;
  readonly behaviour: string;
}

interface IntervalReading {
  readonly start: string;
  readonly duration: string;
  readonly value: string;
  readonly quality: string | undefined;
}

/** An Atom entry with what it holds. */
interface Entry {
  self: string;
  up: string;
  related: string[];
  kind: 'ReadingType' | 'MeterReading' | 'IntervalBlock' | 'UsagePoint' | null;
  /** Texts of the innermost elements, by name. */
  texts: Map<string, string>;
  readings: IntervalReading[];
}

/**
 * Readings of a Green Button document (ESPI in Atom): interval blocks of one usage point, which is the subject's. Sums of
 * energy are taken, delivered as `import` and received as `export`, of a device both as `generation`.
 *
 * @throws GreenButtonUnreadable also for document types, which could pull in entities
 */
export async function readingsOfGreenButton(
  pieces: AsyncIterable<string>,
  subject: MeteredSubject,
): Promise<(ReadingRow | RefusedRow)[]> {
  const document = new EspiDocument();
  for await (const piece of pieces) document.write(piece);
  document.close();
  return document.rows(subject);
}

class EspiDocument {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #types = new Map<string, ReadingType>();
  /** Links of meter readings to what they are related to, by their own address. */
  readonly #meterReadings = new Map<string, readonly string[]>();
  readonly #blocks: { readonly up: string; readonly readings: readonly IntervalReading[] }[] = [];
  #entry: Entry | undefined;
  #usagePoints = 0;
  #count = 0;
  #text = '';

  constructor() {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw new GreenButtonUnreadable(error.message);
    });
    parser.on('doctype', () => {
      throw new GreenButtonUnreadable('a document type is not taken');
    });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('text', (text) => {
      this.#text += text;
      if (this.#text.length > MAX_TEXT_LENGTH) this.#text = this.#text.slice(0, MAX_TEXT_LENGTH);
    });
    parser.on('closetag', (tag) => this.#close(tag));
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  close(): void {
    this.#parser.close();
  }

  rows(subject: MeteredSubject): (ReadingRow | RefusedRow)[] {
    if (this.#usagePoints > 1) throw new GreenButtonUnreadable('there are several usage points');
    if (this.#blocks.length === 0) throw new GreenButtonUnreadable('there is no interval block of ESPI');
    return this.#blocks.flatMap(({ up, readings }) => {
      const type = this.#typeOf(up);
      const register = registerOf(type, subject);
      return readings.map((reading) => rowOf(subject, register, type.exponent, reading));
    });
  }

  /** The type that the block's meter reading is related to, or the only one. */
  #typeOf(up: string): ReadingType {
    const meterReading = this.#meterReadings.get(up.replace(/\/IntervalBlock\/?$/, ''));
    const types = (meterReading ?? []).flatMap((href) => this.#types.get(href) ?? []);
    const [type] = types.length === 0 && this.#types.size === 1 ? this.#types.values() : types;
    if (type === undefined) throw new GreenButtonUnreadable('an interval block has no reading type');
    return type;
  }

  #open({ local, uri, attributes }: SaxesTagNS): void {
    this.#text = '';
    if (uri === ATOM && local === 'entry')
      this.#entry = { self: '', up: '', related: [], kind: null, texts: new Map(), readings: [] };
    if (this.#entry === undefined) return;
    if (uri === ATOM && local === 'link') linkTo(this.#entry, attributes);
    if (uri === ESPI && isKind(local)) this.#entry.kind = local;
    if (uri === ESPI && local === 'IntervalReading') this.#entry.texts.clear();
  }

  #close({ local, uri }: SaxesTagNS): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    if (uri === ESPI && local === 'IntervalReading') this.#addReading(entry);
    else if (uri === ESPI) entry.texts.set(local, this.#text.trim());
    if (uri === ATOM && local === 'entry') this.#addEntry(entry);
    this.#text = '';
  }

  #addReading({ texts, readings }: Entry): void {
    this.#count += 1;
    if (this.#count > MAX_READINGS)
      throw new GreenButtonUnreadable(`a document has at most ${MAX_READINGS} readings`);
    readings.push({
      start: texts.get('start') ?? '',
      duration: texts.get('duration') ?? '',
      value: texts.get('value') ?? '',
      quality: texts.get('quality'),
    });
  }

  #addEntry({ kind, self, up, related, texts, readings }: Entry): void {
    this.#entry = undefined;
    if (kind === 'UsagePoint') this.#usagePoints += 1;
    if (kind === 'MeterReading') this.#meterReadings.set(self, related);
    if (kind === 'IntervalBlock') this.#blocks.push({ up, readings });
    if (kind === 'ReadingType')
      this.#types.set(self, {
        unit: texts.get('uom') ?? '',
        direction: texts.get('flowDirection') ?? FORWARD,
        exponent: Number(texts.get('powerOfTenMultiplier') ?? '0'),
        behaviour: texts.get('accumulationBehaviour') ?? DELTA,
      });
  }
}

function isKind(name: string): name is NonNullable<Entry['kind']> {
  return ['ReadingType', 'MeterReading', 'IntervalBlock', 'UsagePoint'].includes(name);
}

function linkTo(entry: Entry, attributes: SaxesTagNS['attributes']): void {
  const href = attributes.href?.value ?? '';
  const rel = attributes.rel?.value;
  if (rel === 'self') entry.self = href;
  if (rel === 'up') entry.up = href;
  if (rel === 'related') entry.related.push(href);
}

function registerOf({ unit, direction, behaviour }: ReadingType, { kind }: MeteredSubject): RegisterName {
  if (behaviour !== DELTA)
    throw new GreenButtonUnreadable(`accumulation behaviour ${behaviour} is not taken`);
  if (direction !== FORWARD && direction !== REVERSE)
    throw new GreenButtonUnreadable(`flow direction ${direction} is not taken`);
  if (kind === 'device' && unit === WATT_HOURS) return 'generation';
  if (kind === 'point' && unit === WATT_HOURS) return direction === FORWARD ? 'import' : 'export';
  if (kind === 'point' && unit === VAR_HOURS)
    return direction === FORWARD ? 'reactiveImport' : 'reactiveExport';
  throw new GreenButtonUnreadable(`unit ${unit} of a ${kind} is not taken`);
}

const WHOLE = /^(0|[1-9][0-9]{0,14})$/;
const MAX_EXPONENT = 9;

function rowOf(
  subject: MeteredSubject,
  register: RegisterName,
  exponent: number,
  { start, duration, value, quality }: IntervalReading,
): ReadingRow | RefusedRow {
  const estimated = quality !== undefined && !MEASURED.has(quality);
  const cells = {
    subject: `${subject.kind}/${subject.id}`,
    start,
    interval: duration,
    register,
    value: WHOLE.test(value) && exponent !== 0 ? `${value}e${exponent}` : value,
    quality: estimated ? 'estimated' : 'measured',
  };
  const refuse = (detail: string): RefusedRow => ({ cells, code: 'REQUEST_MALFORMED', detail });
  if (!WHOLE.test(start) || !WHOLE.test(duration)) return refuse('timePeriod: must be whole seconds');
  if (!WHOLE.test(value)) return refuse('value: must be a whole number, 0 or more');
  const wh = scaled(BigInt(value), exponent);
  if (wh === null) return refuse('value: is no whole number of Wh');
  const whole = { ...cells, value: String(wh) };
  return {
    ...{ subject, register, estimated, cells: whole },
    ...{ start: Number(start), intervalSec: Number(duration), value: wh },
  };
}

/** Null unless it is a whole number that is exact. */
function scaled(value: bigint, exponent: number): number | null {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > MAX_EXPONENT) return null;
  const factor = 10n ** BigInt(Math.abs(exponent));
  if (exponent < 0 && value % factor !== 0n) return null;
  const result = Number(exponent < 0 ? value / factor : value * factor);
  return Number.isSafeInteger(result) ? result : null;
}
