import { createHash } from 'node:crypto';
import { Discrepancy, must, mustEqual } from '../discrepancy.ts';
import type { RecordOf, RecordType } from './record.ts';

/** Begins a composite key of Fabric, and ends each of its parts. */
const SEPARATOR = '\0';

/** Type and attributes of a composite key. */
export function keyParts(key: string): string[] {
  must(key.startsWith(SEPARATOR) && key.endsWith(SEPARATOR), 'keys are composite', {
    expected: 'type and attributes',
    found: key,
  });
  return key.slice(1, -1).split(SEPARATOR);
}

/** A key as people read it. */
export function shownKey(key: string): string {
  return key.split(SEPARATOR).filter(Boolean).join('/');
}

const OUTPUT_DIGITS = 4;
const VERSION_DIGITS = 4;
const UNIT_DIGITS = 13;

const padded = (value: number, digits: number): string => value.toString().padStart(digits, '0');

/** `<id>.<index>` as key attributes. */
function output(id: string): string[] {
  const [creator = '', index = ''] = id.split('.');
  return [creator, index.padStart(OUTPUT_DIGITS, '0')];
}

interface Naming<T> {
  /** What records of this type are called among themselves. */
  readonly name: (record: T) => string;
  /** The attributes of its key. */
  readonly attributes: (record: T) => string[];
}

const byId = { name: ({ id }: { id: string }) => id, attributes: ({ id }: { id: string }) => [id] };
const byOutputId = { name: byId.name, attributes: ({ id }: { id: string }) => output(id) };

/** Of all types but `meter`, whose key is not in its record. */
const NAMING: { readonly [T in Exclude<RecordType, 'meter'>]: Naming<RecordOf<T>> } = {
  consortium: { name: () => '', attributes: () => [] },
  account: { name: byId.name, attributes: ({ id }) => id.split('/') },
  point: byId,
  device: byId,
  head: {
    name: ({ subject }) => subjectName(subject),
    attributes: ({ subject }) => [subject.kind, subject.id],
  },
  cursor: { name: ({ device }) => device, attributes: ({ device }) => [device] },
  scheme: { name: schemeName, attributes: ({ id, version }) => [id, padded(version, VERSION_DIGITS)] },
  issuance: byId,
  batch: byOutputId,
  holding: {
    name: ({ batch, start }) => `${batch}/${start}`,
    attributes: ({ batch, start }) => [...output(batch), padded(start, UNIT_DIGITS)],
  },
  transfer: byId,
  retirement: byId,
  coin: byOutputId,
  payment: byId,
  hold: byId,
  offer: byId,
  bid: byId,
  trade: byId,
  proposal: byId,
};

export function schemeName({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id}/${version}`;
}

export function subjectName({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

/** What a record is called; throws unless it lies under the key that its content demands. */
export function nameOf<T extends RecordType>(
  type: T,
  record: RecordOf<T>,
  attributes: readonly string[],
): string {
  if (type === 'meter') return attributes.join('/');
  const naming = NAMING[type as Exclude<T, 'meter'>] as Naming<RecordOf<T>>;
  mustEqual('a record lies under its own key', naming.attributes(record), attributes);
  return naming.name(record);
}

/** The name of the coin under this key, which is all that is left of one that was spent. */
export function coinName(attributes: readonly string[]): string {
  const [creator, index, ...more] = attributes;
  if (creator === undefined || index === undefined || more.length > 0) {
    throw new Discrepancy('keys are composite', { expected: 'a coin', found: attributes });
  }
  return `${creator}.${Number(index)}`;
}

/** The name of a meter: the hash of its compressed public key. */
export function meterName(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url');
}
