import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as der from '../ledger/der.ts';
import {
  keyPairOf,
  makeOrganisation,
  type KeyRead,
  type KeyWrite,
  type MemoryLedger,
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
}

export interface CopiedBlock {
  transactions: CopiedTransaction[];
  /** How many ordering nodes sign it; a quorum unless given. */
  signers?: number;
}

/** The blocks of an in-memory ledger, for {@link writeCopy}. */
export function copyOf({ blocks }: MemoryLedger): CopiedBlock[] {
  return blocks.map(({ transactions }) => ({
    transactions: transactions.map((transaction): CopiedTransaction => {
      const { creator, timestamp, functionName, args, rwset, validationCode, txId } = transaction;
      const { mspId, id, certificate } = creator;
      const { privateKey } = keyPairOf(JSON.stringify([mspId, id, 0]));
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

/** Where in a block's file the parts lie that a peer must not change, from and to, by block number. */
export type Regions = { from: number; to: number }[];

/**
 * Writes block files as a peer does, with the channel's configuration as block 0. Hashes and signatures are those of
 * the content given, so that a changed content tests the rule about it and not the hash.
 *
 * @returns the file's regions of header and transactions
 */
export function writeCopy(
  folder: string,
  blocks: readonly CopiedBlock[],
  bytesPerFile = Number.POSITIVE_INFINITY,
): Regions {
  mkdirSync(folder, { recursive: true });
  const regions: Regions = [];
  let previous: Buffer = Buffer.alloc(0);
  let file: Buffer[] = [];
  let files = 0;
  const flush = () => {
    writeFileSync(join(folder, `blockfile_${files.toString().padStart(6, '0')}`), Buffer.concat(file));
    files += 1;
    file = [];
  };
  [{ transactions: [] }, ...blocks].forEach((block: CopiedBlock, number) => {
    const envelopes = number === 0 ? [configuration()] : block.transactions.map(envelope);
    const flags = number === 0 ? [0] : block.transactions.map(({ flag }) => flag);
    const written = serialise(
      number,
      previous,
      envelopes,
      flags,
      number === 0 ? 0 : (block.signers ?? QUORUM),
    );
    previous = written.hash;
    const length = varint(written.bytes.length);
    const before = file.reduce((sum, { length: bytes }) => sum + bytes, 0);
    if (before > 0 && before + length.length + written.bytes.length > bytesPerFile) flush();
    const at = file.reduce((sum, { length: bytes }) => sum + bytes, 0);
    regions.push({ from: at, to: at + length.length + written.metadataAt });
    file.push(Buffer.of(...length), written.bytes);
  });
  flush();
  return regions;
}

function serialise(
  number: number,
  previousHash: Buffer,
  envelopes: readonly Buffer[],
  flags: readonly number[],
  signers: number,
): { bytes: Buffer; hash: Buffer; metadataAt: number } {
  const dataHash = sha256(...envelopes);
  const numberBytes = Buffer.from(number.toString(16).padStart(8, '0'), 'hex');
  const header = der.sequence(
    der.integer(numberBytes),
    der.octetString(previousHash),
    der.octetString(dataHash),
  );
  const value = message([1, message()], [2, 'consenter metadata']);
  const signatures = ORDERERS.slice(0, signers).map((orderer, index) => {
    const identifier = message([1, index + 1], [2, `nonce ${number}`]);
    return message([2, signFor(orderer, Buffer.concat([value, identifier, header]))], [3, identifier]);
  });
  const metadata = [message([1, value], ...each(2, signatures)), '', Buffer.from(flags), '', 'commit hash'];
  const data = Buffer.concat([
    Buffer.of(...varint(number)),
    prefixed(dataHash),
    prefixed(previousHash),
    Buffer.of(...varint(envelopes.length)),
    ...envelopes.map(prefixed),
  ]);
  const rest = [
    Buffer.of(...varint(metadata.length)),
    ...metadata.map((entry) => prefixed(Buffer.from(entry))),
  ];
  return { bytes: Buffer.concat([data, ...rest]), hash: sha256(header), metadataAt: data.length };
}

function envelope(transaction: CopiedTransaction): Buffer {
  const { caller, method, args, peers = PEERS, endorsers, highS } = transaction;
  const signatureHeader = message([1, serialised(caller)], [2, transaction.nonce]);
  const id =
    transaction.transactionId ?? sha256(Buffer.from(transaction.nonce), serialised(caller)).toString('hex');
  const channelHeader = message([1, 3], [3, message([1, transaction.timestampSec])], [4, CHANNEL], [5, id]);
  const chaincodeId = message([2, transaction.chaincode ?? CHAINCODE]);
  const input = message(...each(1, [method, ...args]));
  const proposal = message([1, message([1, message([1, 1], [2, chaincodeId], [3, input])])]);
  const action = message([1, readWriteSet(transaction)], [3, message([1, 200])], [4, chaincodeId]);
  const response = message([1, sha256(channelHeader, signatureHeader, proposal)], [2, action]);
  const endorsements = endorsers.map((mspId) => {
    const peer = peers.get(mspId) ?? makeNode(mspId, 'peer');
    const signature = signFor(peer, Buffer.concat([response, serialised(peer)]), highS !== true);
    return message([1, serialised(peer)], [2, signature]);
  });
  const endorsed = message([1, response], ...each(2, endorsements));
  const content = message([1, message([1, signatureHeader], [2, message([1, proposal], [2, endorsed])])]);
  return signed(caller, message([1, message([1, channelHeader], [2, signatureHeader])], [2, content]));
}

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
