import { createHash } from 'node:crypto';
import { Identities } from '../../audit/fabric/identity.ts';
import { Books, type Totals } from '../../audit/market/books.ts';
import type { ChannelConfig } from '../../audit/fabric/channel-config.ts';
import type { MemoryLedger } from '../ledger/index.ts';
import { copyOf, type CopiedBlock, type CopiedTransaction } from './ledger-copy.ts';
import { serialised } from './nodes.ts';
import { CHANNEL } from './story.ts';

type Json = Record<string, unknown>;

/** A copy of a ledger that a test changes. */
export class TamperedLedger {
  readonly blocks: CopiedBlock[];

  constructor(ledger: MemoryLedger) {
    this.blocks = copyOf(ledger);
  }

  get transactions(): CopiedTransaction[] {
    return this.blocks.flatMap(({ transactions }) => transactions);
  }

  /** The nth transaction of a method. */
  nth(method: string, nth = 0): CopiedTransaction {
    const found = this.transactions.filter((transaction) => transaction.method === method)[nth];
    if (found === undefined) throw new Error(`the story has no ${method} number ${nth}`);
    return found;
  }

  count(method: string): number {
    return this.transactions.filter((transaction) => transaction.method === method).length;
  }

  /** The first transaction of a method that writes a record with these fields. */
  writing(method: string, type: string, fields: Json = {}): CopiedTransaction {
    const found = this.transactions.find(
      (transaction) => transaction.method === method && records(transaction, type).some(hasFields(fields)),
    );
    if (found === undefined) throw new Error(`the story has no ${method} that writes such a ${type}`);
    return found;
  }

  /** The last version of a record with these fields, at the end or before a block. */
  stored(type: string, fields: Json, before = this.blocks.length): Json {
    const found = this.blocks
      .slice(0, before)
      .flatMap(({ transactions }) => transactions)
      .flatMap((transaction) => records(transaction, type))
      .findLast(hasFields(fields));
    if (found === undefined) throw new Error(`the story has no such ${type}`);
    return found;
  }

  /** What the auditor's books say of it. */
  audit(): Totals {
    const books = new Books();
    for (const { caller, timestampSec, method, args, writes, flag } of this.transactions) {
      if (flag !== 0) continue;
      const identity = NOBODY_CHECKED.of(serialised(caller));
      const argument = args[0] ?? Buffer.alloc(0);
      books.apply({ channel: CHANNEL, timestampSec, caller: identity, method, argument, writes });
    }
    return books.close();
  }
}

const NO_CONFIG: ChannelConfig = {
  msps: new Map(),
  members: [],
  ordering: 'other',
  orderers: [],
  consenters: new Map(),
};
const NOBODY_CHECKED = new Identities(NO_CONFIG);

function records(transaction: CopiedTransaction, type: string): Json[] {
  return transaction.writes.flatMap(({ key, value }) =>
    value !== null && key.startsWith(`\0${type}\0`) ? [JSON.parse(value.toString()) as Json] : [],
  );
}

function hasFields(fields: Json): (record: Json) => boolean {
  return (record) =>
    Object.entries(fields).every(([name, value]) => JSON.stringify(record[name]) === JSON.stringify(value));
}

/** Changes the first record of a type that the transaction writes and that has these fields. */
export function edit(transaction: CopiedTransaction, type: string, changes: Json, fields: Json = {}): void {
  const at = transaction.writes.findIndex(
    ({ key, value }) =>
      value !== null &&
      key.startsWith(`\0${type}\0`) &&
      (type === 'block' || hasFields(fields)(JSON.parse(value.toString()) as Json)),
  );
  const write = transaction.writes[at];
  if (write?.value == null) throw new Error(`${transaction.method} writes no such ${type}`);
  const record = { ...(JSON.parse(write.value.toString()) as Json), ...changes };
  transaction.writes[at] = { key: write.key, value: Buffer.from(JSON.stringify(record)) };
}

/** Adds a write of this record under its key. */
export function add(transaction: CopiedTransaction, attributes: readonly string[], record: Json): void {
  transaction.writes.push({
    key: `\0${attributes.join('\0')}\0`,
    value: Buffer.from(JSON.stringify(record)),
  });
}

/** Takes away what the transaction writes, or deletes, under keys of this type. */
export function drop(transaction: CopiedTransaction, type: string, deletions = false): void {
  transaction.writes = transaction.writes.filter(
    ({ key, value }) => !key.startsWith(`\0${type}\0`) || (value === null) !== deletions,
  );
}

/** Changes whether the first profile block that the transaction stores is said to be a collector's. */
export function changeFlags(transaction: CopiedTransaction): void {
  const at = transaction.writes.findIndex(({ key }) => key.startsWith('\0block\0device\0'));
  const write = transaction.writes[at];
  if (write?.value == null) throw new Error('no reading');
  const value = Buffer.from(write.value);
  value[1] = (value[1] ?? 0) ^ 1;
  transaction.writes[at] = { key: write.key, value };
}

/** Changes a byte of the first profile block that the transaction stores, and of what it carried if asked. */
export function changeReading(transaction: CopiedTransaction, inArgument: boolean): void {
  const at = transaction.writes.findIndex(({ key }) => key.startsWith('\0block\0device\0'));
  const write = transaction.writes[at];
  const argument = transaction.args[0];
  if (write?.value == null || argument === undefined) throw new Error('no reading');
  const body = write.value.subarray(STORED_HEADER_BYTES);
  const changed = Buffer.from(body);
  const last = changed.length - LAST_VALUE_FROM_END;
  changed[last] = (changed[last] ?? 0) ^ 1;
  transaction.writes[at] = {
    key: write.key,
    value: Buffer.concat([write.value.subarray(0, STORED_HEADER_BYTES), changed]),
  };
  if (!inArgument) return;
  const start = argument.indexOf(body);
  const { length } = argument;
  transaction.args[0] = Buffer.concat([
    argument.subarray(0, start),
    changed,
    argument.subarray(start + body.length, length),
  ]);
}

const STORED_HEADER_BYTES = 10;
/** Behind the last value stands the count of estimated runs. */
const LAST_VALUE_FROM_END = 2;

/** An id or hash as the ledger writes them. */
export function idOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('base64url');
}
