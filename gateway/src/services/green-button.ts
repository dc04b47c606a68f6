import type { MeteredSubject, RegisterName } from '@commonwatt/chaincode/domain';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { readRow, type ReadingRow, type RefusedRow } from './reading-rows.ts';

/** A Green Button document that cannot be read. */
export class GreenButtonUnreadable extends Error {}

/** Values of one document, three years of quarter-hours; its entries are no more either. */
const MAX_READINGS = 110_000;
/** Characters of one document, twice what so many values take, because parts of it are kept to its end. */
const MAX_LENGTH = 64_000_000;
/** From one tag to the next: until then the parser keeps everything. */
const MAX_ELEMENT_LENGTH = 100_000;
const MAX_TEXT_LENGTH = 1000;
const MAX_DEPTH = 50;
const ESPI = 'http://naesb.org/espi';
const ATOM = 'http://www.w3.org/2005/Atom';

/** Units and directions of ESPI (NAESB REQ.21: UomType, FlowDirectionType). */
const WATT_HOURS = '72';
const VAR_HOURS = '73';
const FORWARD = '1';
const REVERSE = '19';
/** Accumulation behaviour of sums of the interval; a register that only ever rises is not taken. */
const DELTA = '4';
/** CommodityKind: none told, electricity behind and before the transformer. */
const ELECTRICITY: ReadonlySet<string> = new Set(['0', '1', '2']);
/** QualityOfReading: valid, validated, verified, revenue quality, and raw as the meter gave it; all others are estimates. */
const MEASURED: ReadonlySet<string> = new Set(['0', '14', '17', '18', '19']);

interface ReadingType {
  readonly unit: string;
  readonly direction: string;
  readonly exponent: number;
  readonly behaviour: string;
  readonly commodity: string;
  /** Whether values are estimates that tell no quality themselves. */
  readonly estimated: boolean;
}

interface IntervalReading {
  readonly start: string;
  readonly duration: string;
  readonly value: string;
  /** Undefined when it tells no quality. */
  readonly estimated: boolean | undefined;
}

/** Elements whose texts are looked at. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['start', 'duration', 'value', 'uom', 'flowDirection', 'powerOfTenMultiplier'],
  ...['accumulationBehaviour', 'commodity', 'defaultQuality'],
]);

/** An Atom entry with what it holds. */
interface Entry {
  self: string;
  up: string;
  related: string[];
  kind: 'ReadingType' | 'MeterReading' | 'IntervalBlock' | 'UsagePoint' | null;
  /** Texts of the innermost elements, by name. */
  texts: Map<string, string>;
  /** Of the reading that is open: whether one of its qualities is an estimate's; undefined without any. */
  estimated: boolean | undefined;
  readings: IntervalReading[];
}

/**
 * Readings of a Green Button document (ESPI in Atom): interval blocks of one usage point, which is the subject's. Sums of
 * electric energy are taken, delivered as `import` and received as `export`, of a device both as `generation`.
 *
 * @throws GreenButtonUnreadable also for document types, which could pull in entities
 */
export async function readingsOfGreenButton(
  pieces: AsyncIterable<string>,
  subject: MeteredSubject,
): Promise<Iterable<ReadingRow | RefusedRow>> {
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
  #readings = 0;
  /** Entries, and links in them. */
  #entries = 0;
  #length = 0;
  #sinceTag = 0;
  #depth = 0;
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
    this.#length += piece.length;
    this.#sinceTag += piece.length;
    this.#parser.write(piece);
    if (this.#length > MAX_LENGTH)
      throw new GreenButtonUnreadable(`a document has at most ${MAX_LENGTH} characters`);
    if (this.#sinceTag > MAX_ELEMENT_LENGTH)
      throw new GreenButtonUnreadable(`an element has at most ${MAX_ELEMENT_LENGTH} characters`);
  }

  close(): void {
    this.#parser.close();
  }

  rows(subject: MeteredSubject): Iterable<ReadingRow | RefusedRow> {
    if (this.#usagePoints > 1) throw new GreenButtonUnreadable('there are several usage points');
    if (this.#blocks.length === 0) throw new GreenButtonUnreadable('there is no interval block of ESPI');
    const typed = this.#blocks.map(({ up, readings }) => {
      const type = this.#typeOf(up);
      return { type, register: registerOf(type, subject), readings };
    });
    return rowsOf(subject, typed);
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
    this.#sinceTag = 0;
    this.#text = '';
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new GreenButtonUnreadable('elements lie too deep in one another');
    if (uri === ATOM && (local === 'entry' || local === 'link')) this.#countEntry();
    if (uri === ATOM && local === 'entry') this.#entry = emptyEntry();
    if (this.#entry === undefined) return;
    if (uri === ATOM && local === 'link') linkTo(this.#entry, attributes);
    if (uri === ESPI && isKind(local)) this.#entry.kind = local;
    if (uri === ESPI && local === 'IntervalReading') {
      this.#entry.texts.clear();
      this.#entry.estimated = undefined;
    }
  }

  #countEntry(): void {
    this.#entries += 1;
    if (this.#entries > MAX_READINGS)
      throw new GreenButtonUnreadable(`a document has at most ${MAX_READINGS} entries and links`);
  }

  #close({ local, uri }: SaxesTagNS): void {
    this.#sinceTag = 0;
    this.#depth -= 1;
    const entry = this.#entry;
    if (entry === undefined) return;
    if (uri === ESPI && local === 'IntervalReading') this.#addReading(entry);
    else if (uri === ESPI && local === 'quality')
      entry.estimated = entry.estimated === true || isEstimate(this.#text.trim());
    else if (uri === ESPI && TEXTS.has(local)) entry.texts.set(local, this.#text.trim());
    if (uri === ATOM && local === 'entry') this.#addEntry(entry);
    this.#text = '';
  }

  #addReading({ texts, estimated, readings }: Entry): void {
    this.#readings += 1;
    if (this.#readings > MAX_READINGS)
      throw new GreenButtonUnreadable(`a document has at most ${MAX_READINGS} readings`);
    readings.push({
      start: texts.get('start') ?? '',
      duration: texts.get('duration') ?? '',
      value: texts.get('value') ?? '',
      estimated,
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
        exponent: exponentOf(texts.get('powerOfTenMultiplier') ?? '0'),
        behaviour: texts.get('accumulationBehaviour') ?? DELTA,
        commodity: texts.get('commodity') ?? '0',
        estimated: isEstimate(texts.get('defaultQuality') ?? '0'),
      });
  }
}

function emptyEntry(): Entry {
  return { self: '', up: '', related: [], kind: null, texts: new Map(), estimated: undefined, readings: [] };
}

function isEstimate(quality: string): boolean {
  return !MEASURED.has(quality);
}

const EXPONENT = /^-?[0-9]{1,2}$/;

/** NaN for what is no exponent. */
function exponentOf(text: string): number {
  return EXPONENT.test(text) ? Number(text) : Number.NaN;
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

function registerOf(
  { unit, direction, behaviour, commodity }: ReadingType,
  { kind }: MeteredSubject,
): RegisterName {
  if (!ELECTRICITY.has(commodity)) throw new GreenButtonUnreadable(`commodity ${commodity} is not taken`);
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

interface TypedBlock {
  readonly type: ReadingType;
  readonly register: RegisterName;
  readonly readings: readonly IntervalReading[];
}

/** One by one: with their cells they take far more memory than the readings do. */
function* rowsOf(subject: MeteredSubject, blocks: readonly TypedBlock[]): Generator<ReadingRow | RefusedRow> {
  for (const { type, register, readings } of blocks)
    for (const reading of readings) yield rowOf(subject, register, type, reading);
}

function rowOf(
  subject: MeteredSubject,
  register: RegisterName,
  type: ReadingType,
  { start, duration, value, estimated = type.estimated }: IntervalReading,
): ReadingRow | RefusedRow {
  return readRow({
    subject: `${subject.kind}/${subject.id}`,
    start,
    interval: duration,
    register,
    value: scaled(value, type.exponent),
    quality: estimated ? 'estimated' : 'measured',
  });
}

const WHOLE = /^(0|[1-9][0-9]{0,14})$/;
const MAX_EXPONENT = 9;

/** In digits where it is a whole number, else as `<value>e<exponent>`, which no row takes. */
function scaled(value: string, exponent: number): string {
  if (!WHOLE.test(value) || exponent === 0) return value;
  const factor = 10n ** BigInt(Math.min(Math.abs(exponent) || 0, MAX_EXPONENT));
  const isExact = Math.abs(exponent) <= MAX_EXPONENT && (exponent > 0 || BigInt(value) % factor === 0n);
  if (!isExact) return `${value}e${exponent}`;
  return String(exponent < 0 ? BigInt(value) / factor : BigInt(value) * factor);
}
