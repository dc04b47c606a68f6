import type { components } from '../openapi.ts';
import { areEqual, fromBase64, sha256, toBase64Url } from './bytes.ts';
import { canonical } from './canonical.ts';
import { keyOf, type Change } from './change.ts';
import type { Argument, Meaning } from './meaning.ts';
import { bytesField, textIn, Unreadable } from './protobuf.ts';
import { readProposal, transactionIdOf, type Proposal } from './proposal.ts';
import { readResponse, readTransaction, type EndorsedTransaction } from './transaction.ts';

/** The gateway asks for a signature under something that was not meant. Nothing was signed. */
export class NotMeant extends Error {
  constructor(what: string) {
    super(`the gateway wants a signature under something else: ${what}`);
    this.name = 'NotMeant';
  }
}

/** What a signature is given for. */
export interface Purpose {
  readonly channel: string;
  readonly chaincode: string;
  /** `<MSP id>/<enrolment id>` of the signer. */
  readonly account: string;
  /** SerializedIdentity of the signer. */
  readonly creator: Uint8Array;
  readonly meaning: Meaning;
}

/** What the ledger says of a record, with the signatures of peers. */
export type SignedStatement = components['schemas']['SignedStatement'];

/** Clocks of a gateway and its client may be so far apart. */
const MAX_CLOCK_DIFFERENCE_SEC = 300;
const OK = 200;
const EVENT_NAME = 'changes';

/**
 * Reads a proposal and holds it against what is meant.
 *
 * @param now epoch seconds
 * @throws NotMeant, Unreadable
 */
export async function verifyProposal(bytes: Uint8Array, purpose: Purpose, now: number): Promise<Proposal> {
  const proposal = readProposal(bytes);
  const { channel, chaincode, creator, meaning } = purpose;
  expect('channel', proposal.channel, channel);
  expect('chaincode', proposal.chaincode, chaincode);
  if (!areEqual(proposal.creator, creator)) throw new NotMeant('another creator');
  if (proposal.nonce.length === 0) throw new NotMeant('no nonce');
  expect('transaction id', proposal.transactionId, await transactionIdOf(proposal));
  if (Math.abs(proposal.timestamp - now) > MAX_CLOCK_DIFFERENCE_SEC)
    throw new NotMeant(`time ${proposal.timestamp}`);
  const [method, argument, ...more] = proposal.args.map((arg) => textIn(arg));
  if (more.length > 0) throw new NotMeant('more than one argument');
  expect('method', method, meaning.method);
  expect('argument', canonical(meaning.part(parse(argument ?? '{}'))), canonical(meaning.meant));
  return proposal;
}

/**
 * Reads an endorsed transaction and holds it against the proposal that was signed before: that it is of this very call,
 * and that what is written is what the answer and the event tell.
 *
 * @returns the changes that the transaction makes
 * @throws NotMeant, Unreadable
 */
export async function verifyTransaction(
  bytes: Uint8Array,
  signed: Proposal,
  { chaincode }: Purpose,
): Promise<readonly Change[]> {
  const transaction = readTransaction(bytes);
  const { call } = transaction;
  if (!areEqual(call.channelHeader, signed.channelHeader)) throw new NotMeant('another channel header');
  if (!areEqual(call.signatureHeader, signed.signatureHeader)) throw new NotMeant('another signature header');
  if (!areEqual(call.input, signed.input)) throw new NotMeant('another method or argument');
  if (!areEqual(transaction.proposalHash, await proposalHash(signed)))
    throw new NotMeant('endorsements of another proposal');
  expect('chaincode', transaction.chaincode, chaincode);
  expect('status', transaction.status, OK);
  if (transaction.endorsements === 0) throw new NotMeant('no endorsement');
  const { changes } = parse(transaction.response) as { changes?: readonly Change[] };
  if (!Array.isArray(changes)) throw new NotMeant('an answer without changes');
  compareWrites(transaction, changes as readonly Change[]);
  await compareEvent(transaction, changes as readonly Change[]);
  return changes as readonly Change[];
}

/** ProposalHash1 of Fabric: over both headers and ChaincodeProposalPayload with the input alone, which all may see. */
function proposalHash({ channelHeader, signatureHeader, input }: Proposal): Promise<Uint8Array> {
  return sha256(channelHeader, signatureHeader, bytesField(1, input));
}

/**
 * Holds a statement against the question that was signed for it: that peers were asked this very question, and that
 * what is shown is in what they signed. Who has signed is for those to verify who know the organisations' roots.
 *
 * @throws NotMeant, Unreadable
 */
export async function verifyAnswer(statement: SignedStatement, signed: Proposal): Promise<void> {
  const { call, channel, id, value } = statement;
  if (!areEqual(fromBase64(call.channelHeader), signed.channelHeader)) throw new NotMeant('another question');
  if (!areEqual(fromBase64(call.signatureHeader), signed.signatureHeader))
    throw new NotMeant('another question');
  if (!areEqual(fromBase64(call.payload), bytesField(1, signed.input)))
    throw new NotMeant('another question');
  const answer = readResponse(fromBase64(statement.payload));
  if (!areEqual(answer.proposalHash, await proposalHash(signed)))
    throw new NotMeant('an answer to another question');
  expect('status', answer.status, OK);
  if (answer.writes.length > 0 || answer.event !== null) throw new NotMeant('an answer that writes');
  expect('answer', canonical({ channel, id, value }), canonical(parse(answer.response)));
}

/** Every change is written, and nothing else: whoever reads the answer knows what the state will be. */
function compareWrites({ writes }: EndorsedTransaction, changes: readonly Change[]): void {
  const told = Map.groupBy(changes, keyOf);
  for (const { key, value } of writes) {
    const expected = told.get(key);
    if (expected === undefined && !isBookkeeping(key))
      throw new NotMeant(`a write that the answer does not tell: ${printable(key)}`);
    if (!(expected ?? []).every((change) => isWritten(change, value)))
      throw new NotMeant(`another value of ${printable(key)} than the answer tells`);
    told.delete(key);
  }
  const [missing] = told.keys();
  if (missing !== undefined) throw new NotMeant(`a change that is not written: ${printable(missing)}`);
}

function isWritten(change: Change, written: string | null): boolean {
  if (!('value' in change)) return written === null;
  if (written === null) return false;
  if (change.type !== 'organisation') return written === canonical(change.value);
  // All organisations are one record.
  const { organisations } = parse(written);
  return (
    Array.isArray(organisations) && organisations.some((one) => canonical(one) === canonical(change.value))
  );
}

async function compareEvent({ event, call }: EndorsedTransaction, changes: readonly Change[]): Promise<void> {
  if (event === null) {
    if (changes.length > 0) throw new NotMeant('no event');
    return;
  }
  expect('event', event.name, EVENT_NAME);
  expect('transaction id of the event', event.transactionId, call.transactionId);
  const { hash } = parse(event.payload);
  expect('hash of the event', hash, toBase64Url(await sha256(new TextEncoder().encode(canonical(changes)))));
}

/** What is kept beside the records that changes tell of: heads and keys of meters that are registered. */
function isBookkeeping(key: string): boolean {
  return ['head', 'meter'].includes(key.split('\u0000')[1] ?? '');
}

function printable(key: string): string {
  return key.replaceAll('\u0000', '/');
}

function parse(json: string): Argument {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Unreadable('this is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NotMeant('not an object');
  return value as Argument;
}

function expect(what: string, found: unknown, meant: unknown): void {
  if (found !== meant) throw new NotMeant(`${what} ${String(found)} instead of ${String(meant)}`);
}
