import { type JsonObject, leaves, list, object, text } from './json.ts';
import type { RecordChange, Step } from './replayed-ledger.ts';

const IMMUTABLE = ['batch', 'scheme', 'issuance', 'transfer', 'retirement', 'payment', 'trade', 'meter'];

/** Where each kind of record may go from `open`. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  offer: ['open', 'filled', 'withdrawn', 'expired'],
  bid: ['accepted', 'withdrawn', 'expired'],
  hold: ['captured', 'released'],
  proposal: ['confirmed', 'rejected', 'withdrawn'],
};

/** Records: their form, what may change in them, and who may change it. */
export class RecordBook {
  readonly #suspended = new Set<string>();

  *check({ creator, changes }: Step): Generator<string> {
    for (const change of changes) {
      yield* checkForm(change);
      yield* checkLife(change);
      yield* checkSigner(creator, change);
    }
    for (const party of new Set([creator, ...changes.flatMap(partiesOf)]))
      if (this.#suspended.has(party) || this.#suspended.has(organisationOf(party)))
        yield `${party} is suspended`;
    for (const { type, after } of changes) this.#noteSuspensions(type, after);
  }

  /** A suspension counts from the next transaction on. */
  #noteSuspensions(type: string, after: JsonObject | undefined): void {
    if (after === undefined) return;
    if (type === 'account') this.#note(text(after.id), after.status);
    if (type === 'consortium')
      for (const { mspId, status } of list(after.organisations)) this.#note(text(mspId), status);
  }

  #note(name: string, status: unknown): void {
    if (status === 'suspended') this.#suspended.add(name);
    else this.#suspended.delete(name);
  }
}

function organisationOf(account: string): string {
  return account.slice(0, account.indexOf('/'));
}

/** Format 1 and whole numbers that are not negative, everywhere. */
function* checkForm({ type, attributes, after }: RecordChange): Generator<string> {
  if (after === undefined) return;
  const name = `${type} ${attributes.join('/')}`;
  if (after.v !== 1) yield `format of ${name}`;
  for (const [path, leaf] of leaves(after))
    if (typeof leaf === 'number' && (!Number.isSafeInteger(leaf) || leaf < 0))
      yield `${name}${path} is ${leaf}`;
}

function* checkLife({ type, attributes, before, after }: RecordChange): Generator<string> {
  const name = `${type} ${attributes.join('/')}`;
  if (after === undefined && type !== 'coin') yield `${name} deleted`;
  if (before !== undefined && IMMUTABLE.includes(type)) yield `${name} written again`;
  const ends = ENDS[type];
  if (ends === undefined || after === undefined) return;
  if (before === undefined) {
    if (after.status !== 'open') yield `${name} begins as ${text(after.status)}`;
  } else if (before.status !== 'open' || !ends.includes(text(after.status))) {
    yield `${name} goes from ${text(before.status)} to ${text(after.status)}`;
  }
}

/** Whose signature each change needs. */
function* checkSigner(creator: string, { type, attributes, before, after }: RecordChange): Generator<string> {
  if (after === undefined) return;
  const signer = before === undefined ? signerOfNew(type, after) : signerOfChange(type, after);
  if (signer !== undefined && signer !== creator)
    yield `${type} ${attributes.join('/')} not signed by ${signer}`;
  if (type !== 'proposal' || after.decidedBy === undefined || after.status === 'withdrawn') return;
  if (organisationOf(text(after.decidedBy)) === organisationOf(text(after.proposedBy)))
    yield `two signatures of one organisation on proposal ${attributes.join('/')}`;
}

function signerOfNew(type: string, record: JsonObject): string | undefined {
  switch (type) {
    case 'payment':
    case 'transfer':
      return text(record.from);
    case 'retirement':
      return text(record.owner);
    case 'hold':
      return text(record.payer);
    case 'offer':
      return text(record.seller);
    case 'bid':
      return text(record.buyer);
    case 'trade':
      return text(record.bid === undefined ? record.buyer : record.seller);
    case 'proposal':
      return text(record.proposedBy);
    default:
      return undefined;
  }
}

function signerOfChange(type: string, record: JsonObject): string | undefined {
  if (type === 'hold' && record.status === 'captured') return text(record.payee);
  if (type === 'offer' && record.status === 'withdrawn') return text(record.seller);
  if (type === 'bid' && record.status === 'withdrawn') return text(record.buyer);
  if (type === 'bid' && record.status === 'accepted') return undefined;
  if (type === 'proposal') return text(record.decidedBy);
  return undefined;
}

/** Accounts that gain or give something by a new record. */
function partiesOf({ type, before, after }: RecordChange): string[] {
  if (after === undefined || before !== undefined) return [];
  switch (type) {
    case 'payment':
      return list(after.outputs).map(({ account }) => text(account));
    case 'transfer':
      return [text(after.to)];
    case 'hold':
      return [text(after.payee)];
    case 'batch':
      return [text(after.owner)];
    case 'trade':
      return [text(after.seller), text(after.buyer)];
    case 'retirement':
      return after.beneficiary !== undefined && object(after.beneficiary).kind === 'account'
        ? [text(object(after.beneficiary).account)]
        : [];
    default:
      return [];
  }
}
