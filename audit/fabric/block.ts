import { createHash } from 'node:crypto';
import { DER, derEncode, derInteger } from './der.ts';
import { Message, WireReader } from './protobuf.ts';

/** A signature of an ordering node over a block. */
export interface BlockSignature {
  /** Number of the consenter in the channel configuration (BFT). */
  readonly consenter: number | undefined;
  /** The signing identity itself (Raft). */
  readonly creator: Buffer | undefined;
  readonly signedBytes: Buffer;
  readonly signature: Buffer;
}

export interface Block {
  readonly number: number;
  readonly previousHash: Buffer;
  readonly dataHash: Buffer;
  /** Serialised envelopes. */
  readonly envelopes: readonly Buffer[];
  readonly signatures: readonly BlockSignature[];
  /** The peer's verdict on each transaction, 0 for valid. */
  readonly flags: Buffer;
  /** The peer's hash over the verdicts and all that was written since the first block; empty in the first. */
  readonly commitHash: Buffer;
}

/** Positions in a block's metadata. */
const SIGNATURES = 0;
const TRANSACTION_FLAGS = 2;
const COMMIT_HASH = 4;

/**
 * Reads a block as the peer's block files hold it (Fabric: common/ledger/blkstorage/block_serialization.go): number,
 * data hash and previous hash; count of envelopes and the envelopes; count of metadata and the metadata.
 *
 * @returns the block, and how many bytes it takes
 * @throws Unreadable
 */
export function readBlock(bytes: Buffer): { block: Block; length: number } {
  const reader = new WireReader(bytes);
  const number = reader.varint();
  const dataHash = reader.lengthPrefixed();
  const previousHash = reader.lengthPrefixed();
  const envelopes = readList(reader);
  const metadata = readList(reader);
  const header = { number, previousHash, dataHash };
  const signatures = readSignatures(header, metadata[SIGNATURES] ?? Buffer.alloc(0));
  const flags = metadata[TRANSACTION_FLAGS] ?? Buffer.alloc(0);
  const commitHash = new Message(metadata[COMMIT_HASH] ?? Buffer.alloc(0)).bytes(1);
  return { block: { ...header, envelopes, signatures, flags, commitHash }, length: reader.position };
}

type Header = Pick<Block, 'number' | 'previousHash' | 'dataHash'>;

/** What the next block names as its predecessor. */
export function headerHash(header: Header): Buffer {
  return createHash('sha256').update(headerBytes(header)).digest();
}

/** SHA-256 over all envelopes, one after another. */
export function dataHashOf({ envelopes }: Block): Buffer {
  const hash = createHash('sha256');
  for (const envelope of envelopes) hash.update(envelope);
  return hash.digest();
}

function headerBytes({ number, previousHash, dataHash }: Header): Buffer {
  const fields = [
    derInteger(number),
    derEncode(DER.octetString, previousHash),
    derEncode(DER.octetString, dataHash),
  ];
  return derEncode(DER.sequence, Buffer.concat(fields));
}

function readList(reader: WireReader): Buffer[] {
  const items: Buffer[] = [];
  for (let count = reader.varint(); count > 0; count -= 1) items.push(reader.lengthPrefixed());
  return items;
}

/** Each node signs the metadata's value, its own header and the block's header. */
function readSignatures(header: Header, bytes: Buffer): BlockSignature[] {
  const metadata = new Message(bytes);
  return metadata.all(2).map((entry) => {
    const signatureHeader = entry.bytes(1);
    const identifierHeader = entry.bytes(3);
    const isBft = signatureHeader.length === 0;
    return {
      consenter: isBft ? new Message(identifierHeader).number(1) : undefined,
      creator: isBft ? undefined : new Message(signatureHeader).bytes(1),
      signedBytes: Buffer.concat([
        metadata.bytes(1),
        isBft ? identifierHeader : signatureHeader,
        headerBytes(header),
      ]),
      signature: entry.bytes(2),
    };
  });
}
