import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as der from '../ledger/der.ts';
import {
  keyPairOf,
  makeOrganisation,
  type KeyRead,
  type KeyWrite,
  type MemoryLedger,
  type TransactionCreator,
} from '../ledger/index.ts';
import { makeNode, serialised, signFor, type SigningIdentity } from './nodes.ts';
import { CHANNEL } from './story.ts';
import { each, map, message, prefixed, varint, type Field } from './protobuf-writer.ts';

/** The organisations of the channel; each has a peer and an ordering node. */
export const ORGANISATIONS = ['RegulatorMSP', 'UtilityMSP', 'RiversideMSP', 'HillsideMSP'] as const;
const PEERS = new Map<string, SigningIdentity>(
  ORGANISATIONS.map((mspId) => [mspId, makeNode(mspId, 'peer')]),
);
const ORDERERS = ORGANISATIONS.map((mspId) => makeNode(mspId, 'orderer'));
/** Three of four ordering nodes are a quorum. */
const QUORUM = 3;

const CHAINCODE = 'market';

/** What a client may do otherwise than Fabric's own library, and peers take all the same. */
export const ODDITIES = [
  'a time with negative nanoseconds',
  'a field that nobody knows, as a group',
  'another chaincode in the specification than in the header',
  'its arguments in two parts',
  'its header encoded otherwise than endorsed',
  'an endorsement that is none',
] as const;
export type Oddity = (typeof ODDITIES)[number];

/** A transaction to be written; what a test changes about it is signed again by everybody but the meters. */
export interface CopiedTransaction {
  nonce: string;
  caller: SigningIdentity;
  timestampSec: number;
  method: string;
  args: Buffer[];
  reads: KeyRead[];
  writes: KeyWrite[];
  /** MSP ids. */
  endorsers: string[];
  /** The peer's verdict. */
  flag: number;
  chaincode?: string;
  /** Peers to endorse with instead of the organisations' own. */
  peers?: ReadonlyMap<string, SigningIdentity>;
  /** Keys with an endorsement policy of their own. */
  keyPolicies?: string[];
  highS?: boolean;
  transactionId?: string;
  oddity?: Oddity;
}

export interface CopiedBlock {
  transactions: CopiedTransaction[];
  /** How many ordering nodes sign it; a quorum unless given. */
  signers?: number;
  /** All transactions follow one another in the place of one: the block's hash is the same. */
  runTogether?: boolean;
}

/** The blocks of an in-memory ledger, for {@link writeCopy}. */
export function copyOf({ blocks }: MemoryLedger): CopiedBlock[] {
  return blocks.map(({ transactions }) => ({
    transactions: transactions.map((transaction): CopiedTransaction => {
      const { creator, timestamp, functionName, args, rwset, validationCode, txId } = transaction;
      const { mspId, certificate } = creator;
      const privateKey = keyOf(creator);
      return {
        nonce: txId,
        caller: { mspId, certificate, privateKey },
        timestampSec: timestamp.seconds,
        method: functionName,
        args: [...args],
        reads: [...rwset.reads],
        writes: [...rwset.writes],
        endorsers: ['RegulatorMSP', 'UtilityMSP', 'RiversideMSP'],
        flag: validationCode,
      };
    }),
  }));
}

const keys = new Map<string, KeyObject>();

/** The test organisations make keys from MSP id, enrolment id and the number of the enrolment. */
function keyOf({ mspId, id, certificate }: TransactionCreator): KeyObject {
  const known = keys.get(certificate);
  if (known !== undefined) return known;
  const { publicKey } = new X509Certificate(certificate);
  for (let generation = 0; ; generation += 1) {
    const pair = keyPairOf(JSON.stringify([mspId, id, generation]));
    if (!pair.publicKey.equals(publicKey)) continue;
    keys.set(certificate, pair.privateKey);
    return pair.privateKey;
  }
}

/** From where to where the bytes of each block lie that nobody can change without being noticed, by block number. */
export type Regions = { from: number; to: number }[];

/**
 * Writes block files as a peer does, with the channel's configuration as block 0. Hashes and signatures are those of
 * the content given, so that a changed content tests the rule about it and not the hash.
 */
export function writeCopy(
  folder: string,
  blocks: readonly CopiedBlock[],
  bytesPerFile = Number.POSITIVE_INFINITY,
): Regions {
  mkdirSync(folder, { recursive: true });
  const chain = new Chain();
  const regions: Regions = [];
  let file: Buffer = Buffer.alloc(0);
  let files = 0;
  const flush = () => {
    writeFileSync(join(folder, `blockfile_${files.toString().padStart(6, '0')}`), file);
    files += 1;
    file = Buffer.alloc(0);
  };
  for (const { bytes, metadataAt } of [chain.first(), ...blocks.map((block) => chain.next(block))]) {
    const length = Buffer.of(...varint(bytes.length));
    if (file.length > 0 && file.length + length.length + bytes.length > bytesPerFile) flush();
    // Of the first block's metadata nothing is signed or used.
    const protectedBytes = length.length + (regions.length === 0 ? metadataAt : bytes.length);
    regions.push({ from: file.length, to: file.length + protectedBytes });
    file = Buffer.concat([file, length, bytes]);
  }
  flush();
  return regions;
}

interface WrittenBlock {
  readonly bytes: Buffer;
  readonly metadataAt: number;
}

/** Blocks, one after the other, as ordering nodes make them and a peer completes them. */
class Chain {
  #number = 0;
  #headerHash: Buffer = Buffer.alloc(0);
  #commitHash: Buffer = Buffer.alloc(0);

  first(): WrittenBlock {
    return this.#write([configuration()], [0], 0);
  }

  next({ transactions: all, signers = QUORUM, runTogether = false }: CopiedBlock): WrittenBlock {
    const transactions = runTogether ? all.slice(-1) : all;
    const flags = transactions.map(({ flag }) => flag);
    const updates = updatesOf(transactions, this.#number);
    this.#commitHash = sha256(
      Buffer.of(...varint(flags.length)),
      Buffer.from(flags),
      updates,
      this.#commitHash,
    );
    const envelopes = all.map(envelope);
    return this.#write(runTogether ? [Buffer.concat(envelopes)] : envelopes, flags, signers);
  }

  #write(envelopes: readonly Buffer[], flags: readonly number[], signers: number): WrittenBlock {
    const dataHash = sha256(...envelopes);
    const previousHash = this.#headerHash;
    const header = der.sequence(
      der.integer(Buffer.from(this.#number.toString(16).padStart(8, '0'), 'hex')),
      der.octetString(previousHash),
      der.octetString(dataHash),
    );
    const commitHash = message([1, this.#commitHash]);
    const metadata = [
      orderersMetadata(this.#number, header, signers),
      '',
      Buffer.from(flags),
      '',
      commitHash,
    ];
    const content = [
      Buffer.of(...varint(this.#number)),
      prefixed(dataHash),
      prefixed(previousHash),
      Buffer.of(...varint(envelopes.length)),
      ...envelopes.map(prefixed),
    ];
    const rest = [
      Buffer.of(...varint(metadata.length)),
      ...metadata.map((entry) => prefixed(Buffer.from(entry))),
    ];
    this.#headerHash = sha256(header);
    this.#number += 1;
    return { bytes: Buffer.concat([...content, ...rest]), metadataAt: Buffer.concat(content).length };
  }
}

function orderersMetadata(number: number, header: Buffer, signers: number): Buffer {
  const value = message([2, 'consenter metadata']);
  const signatures = ORDERERS.slice(0, signers).map((orderer, index) => {
    const identifier = message([1, index + 1], [2, `nonce ${number}`]);
    return message([2, signFor(orderer, Buffer.concat([value, identifier, header]))], [3, identifier]);
  });
  return message([1, value], ...each(2, signatures));
}

/** What the valid transactions of a block leave behind, in the order of the keys (all of them ASCII). */
function updatesOf(transactions: readonly CopiedTransaction[], number: number): Buffer {
  const last = new Map<string, Buffer>();
  transactions.forEach(({ flag, writes }, position) => {
    for (const { key, value } of flag === 0 ? writes : []) {
      const content: Field = value === null ? [4, 1] : [5, value];
      last.set(key, message([3, key], content, [6, heightOf(number, position)]));
    }
  });
  const sorted = [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, update]) => update);
  const [first, ...others] = sorted;
  if (first === undefined) return Buffer.alloc(0);
  return message(...each(1, [Buffer.concat([message([1, CHAINCODE]), first]), ...others]));
}

/** Numbers below 256, each behind the number of its bytes. */
function heightOf(block: number, transaction: number): Buffer {
  return Buffer.of(...[block, transaction].flatMap((value) => (value === 0 ? [0] : [1, value])));
}

function envelope(transaction: CopiedTransaction): Buffer {
  const { caller, method, args, peers = PEERS, endorsers, highS, oddity } = transaction;
  const signatureHeader = message([1, serialised(caller)], [2, transaction.nonce]);
  const id =
    transaction.transactionId ?? sha256(Buffer.from(transaction.nonce), serialised(caller)).toString('hex');
  const time = message([1, transaction.timestampSec]);
  const channelHeader = Buffer.concat([
    message(
      [1, 3],
      [3, oddity === ODDITIES[0] ? Buffer.concat([time, MINUS_ONE]) : time],
      [4, CHANNEL],
      [5, id],
    ),
    oddity === ODDITIES[1] ? GROUP : Buffer.alloc(0),
  ]);
  const chaincodeId = message([2, transaction.chaincode ?? CHAINCODE]);
  const specifiedId = oddity === ODDITIES[2] ? message([2, 'other']) : chaincodeId;
  const inputs =
    oddity === ODDITIES[3]
      ? [message([1, method]), message(...each(1, args))]
      : [message(...each(1, [method, ...args]))];
  const proposal = message([1, message([1, message([1, 1], [2, specifiedId], ...each(3, inputs))])]);
  const action = message([1, readWriteSet(transaction)], [3, message([1, 200])], [4, chaincodeId]);
  const response = message([1, sha256(channelHeader, signatureHeader, proposal)], [2, action]);
  const endorsements = endorsers.map((mspId) => {
    const peer = peers.get(mspId) ?? makeNode(mspId, 'peer');
    const signature = signFor(peer, Buffer.concat([response, serialised(peer)]), highS !== true);
    return message([1, serialised(peer)], [2, signature]);
  });
  if (oddity === ODDITIES[5]) endorsements.unshift(message([1, 'nobody'], [2, 'nothing']));
  const endorsed = message([1, response], ...each(2, endorsements));
  const content = message([1, message([1, signatureHeader], [2, message([1, proposal], [2, endorsed])])]);
  const outerHeader =
    oddity === ODDITIES[4] ? Buffer.concat([signatureHeader, message([9, 'more'])]) : signatureHeader;
  return signed(caller, message([1, message([1, channelHeader], [2, outerHeader])], [2, content]));
}

/** Field 2 with the number -1, as protobuf writes it. */
const MINUS_ONE = Buffer.from('10ffffffffffffffffff01', 'hex');
/** Field 100 as a group that holds another one with a number. */
const GROUP = Buffer.of(...varint(803), ...varint(811), ...varint(8), 7, ...varint(812), ...varint(804));

function signed(by: SigningIdentity, payload: Buffer): Buffer {
  return message([1, payload], [2, signFor(by, payload)]);
}

function readWriteSet({ reads, writes, keyPolicies = [] }: CopiedTransaction): Buffer {
  const readFields = reads.map(({ key, version }): Field => {
    const found: Field[] =
      version === null ? [] : [[2, message([1, version.block], [2, version.transaction])]];
    return [1, message([1, key], ...found)];
  });
  const writeFields = writes.map(({ key, value }): Field => [
    3,
    value === null ? message([1, key], [2, 1]) : message([1, key], [3, value]),
  ]);
  const policies = keyPolicies.map((key): Field => [4, message([1, key])]);
  const market = message([1, CHAINCODE], [2, message(...readFields, ...writeFields, ...policies)]);
  return message([2, market]);
}

/** The channel's first configuration: whose certificates count, and who orders. */
function configuration(): Buffer {
  const group = (values: Record<string, Buffer>, groups: Record<string, Buffer> = {}) =>
    message(
      ...map(2, groups),
      ...map(
        3,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, message([2, value])])),
      ),
    );
  const members = Object.fromEntries(
    ORGANISATIONS.map((mspId) => {
      const msp = message([1, mspId], [2, makeOrganisation(mspId).caCertificate]);
      return [mspId, group({ MSP: message([2, msp]) })];
    }),
  );
  const consenters = ORDERERS.map(({ mspId, certificate }, index) =>
    message([1, index + 1], [2, 'localhost'], [3, 7050 + index], [4, mspId], [5, certificate]),
  );
  const orderer = group(
    { ConsensusType: message([1, 'BFT']), Orderers: message(...each(1, consenters)) },
    members,
  );
  const channel = group({}, { Application: group({}, members), Orderer: orderer });
  const data = message([1, message([1, 1], [2, channel])]);
  const header = message([1, message([1, 1], [4, CHANNEL])], [2, message()]);
  return message([1, message([1, header], [2, data])]);
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
