import { Discrepancy, must } from '../discrepancy.ts';
import { coinName, keyParts, nameOf, shownKey } from './key.ts';
import { RECORDS, type RecordOf, type RecordType } from './record.ts';
import type { Reader } from './reader.ts';
import type { State } from './state.ts';

/** A valid transaction of the market's chaincode, from wherever it comes. */
export interface MarketTransaction {
  readonly channel: string;
  /** The transaction's own time, in epoch seconds. */
  readonly timestampSec: number;
  readonly caller: Caller;
  /** `<contract>:<method>`. */
  readonly method: string;
  readonly argument: Buffer;
  readonly writes: readonly { readonly key: string; readonly value: Buffer | null }[];
}

/** What the caller's certificate says. */
export interface Caller {
  readonly mspId: string;
  readonly enrolmentId: string;
  readonly role: string | null;
  /** SHA-256 of the public key (SubjectPublicKeyInfo), base64url. */
  readonly keyHash: string;
}

export interface Change<T extends RecordType> {
  readonly type: T;
  readonly name: string;
  /** The ledger's key, as people read it. */
  readonly key: string;
  readonly before: RecordOf<T> | undefined;
  /** Undefined: deleted. */
  readonly after: RecordOf<T> | undefined;
}

/** A profile block as written. */
export interface BlockWrite {
  readonly key: string;
  readonly attributes: readonly string[];
  readonly value: Buffer;
}

/** Written once and for ever. */
const IMMUTABLE: readonly RecordType[] = [
  'meter',
  'scheme',
  'issuance',
  'batch',
  'transfer',
  'retirement',
  'payment',
  'trade',
];

/** What one transaction did to the records, and the state before and after it. */
export class Deed {
  readonly channel: string;
  readonly now: number;
  readonly method: string;
  readonly argument: Buffer;
  readonly caller: Caller;
  /** `<MSP id>/<enrolment id>` of the caller. */
  readonly account: string;
  readonly blocks: readonly BlockWrite[];
  readonly #state: State;
  readonly #changes = new Map<string, Map<string, Change<RecordType>>>();

  /** Reads the writes and enters them in the state. */
  constructor(transaction: MarketTransaction, state: State) {
    this.channel = transaction.channel;
    this.now = transaction.timestampSec;
    this.method = transaction.method;
    this.argument = transaction.argument;
    this.caller = transaction.caller;
    this.account = `${transaction.caller.mspId}/${transaction.caller.enrolmentId}`;
    this.#state = state;
    const blocks: BlockWrite[] = [];
    const keys = new Set<string>();
    for (const { key, value } of transaction.writes) {
      // A first value would escape every check.
      must(!keys.has(key), 'a transaction writes a key once', {
        key: shownKey(key),
        expected: 'one value',
        found: 'several',
      });
      keys.add(key);
      const [type = '', ...attributes] = keyParts(key);
      if (type === 'block') blocks.push({ key: shownKey(key), attributes, value: present(key, value) });
      else this.#enter(type, attributes, key, value);
    }
    this.blocks = blocks;
  }

  changes<T extends RecordType>(type: T): Change<T>[] {
    return [...(this.#changes.get(type)?.values() ?? [])] as unknown as Change<T>[];
  }

  before<T extends RecordType>(type: T, name: string): RecordOf<T> | undefined {
    const change = this.#changes.get(type)?.get(name) as Change<T> | undefined;
    return change === undefined ? this.#state.get(type, name) : change.before;
  }

  after<T extends RecordType>(type: T, name: string): RecordOf<T> | undefined {
    return this.#state.get(type, name);
  }

  /** The record as it stands after the transaction; throws if there is none. */
  named<T extends RecordType>(type: T, name: string): RecordOf<T> {
    const record = this.after(type, name);
    must(record !== undefined, 'a record names others that exist', {
      expected: `${type} ${name}`,
      found: 'none',
    });
    return record;
  }

  #enter(type: string, attributes: string[], key: string, value: Buffer | null): void {
    const shown = shownKey(key);
    must(Object.hasOwn(RECORDS, type), 'only documented records are stored', {
      key: shown,
      expected: 'a known type',
      found: type,
    });
    try {
      const change = this.#read(type as RecordType, attributes, shown, value);
      const changes = this.#changes.get(type) ?? new Map<string, Change<RecordType>>();
      this.#changes.set(type, changes.set(change.name, change));
      this.#state.set(change.type, change.name, change.after);
    } catch (error) {
      throw error instanceof Discrepancy ? error.locate({ key: shown }) : error;
    }
  }

  #read(type: RecordType, attributes: string[], key: string, value: Buffer | null): Change<RecordType> {
    if (value === null) {
      must(type === 'coin', 'nothing but coins is deleted', { expected: 'a value', found: 'a deletion' });
      const name = coinName(attributes);
      const before = this.#state.get(type, name);
      must(before !== undefined, 'a coin is spent once', { expected: 'the coin', found: 'none' });
      return { type, name, key, before, after: undefined };
    }
    const after = (RECORDS[type] as Reader<RecordOf<RecordType>>)(parse(value), type);
    const name = nameOf(type, after, attributes);
    const before = this.#state.get(type, name);
    const mayChange = before === undefined || !IMMUTABLE.includes(type);
    must(mayChange, `a ${type} never changes`, { expected: before, found: after });
    return { type, name, key, before, after };
  }
}

function present(key: string, value: Buffer | null): Buffer {
  if (value !== null) return value;
  throw new Discrepancy('nothing but coins is deleted', {
    key: shownKey(key),
    expected: 'a value',
    found: 'a deletion',
  });
}

function parse(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    throw new Discrepancy('records are JSON', {
      expected: 'JSON',
      found: value.toString('latin1').slice(0, 80),
    });
  }
}

/** The change must make a record, not delete one: true of all types but coins. */
export function madeBy<T extends RecordType>({ after, key }: Change<T>): RecordOf<T> {
  must(after !== undefined, 'nothing but coins is deleted', {
    key,
    expected: 'a record',
    found: 'a deletion',
  });
  return after;
}

/** Throws if any field but these differs between both versions of a record. */
export function mustKeep<R extends object>(
  before: R,
  after: R,
  mayChange: readonly (keyof R)[],
  key: string,
): void {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof R)[]);
  const kept = (record: R) =>
    [...fields].filter((field) => !mayChange.includes(field)).map((field) => [field, record[field]] as const);
  const [was, is] = [kept(before), kept(after)].map((entries) => JSON.stringify(entries, bigintAsText));
  must(was === is, 'a record changes only in what may change', { key, expected: was, found: is });
}

function bigintAsText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
