/** The blocks in a peer's files, part by part, so that a part can be changed and the rest stays to the last byte. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { blockFile } from '../../../audit/fabric/block-files.ts';
import { encodeVarint, WireReader } from '../../../audit/fabric/protobuf.ts';

export interface StoredBlock {
  readonly number: number;
  dataHash: Buffer;
  previousHash: Buffer;
  readonly envelopes: Buffer[];
  /** By position: 0 the signatures of the ordering nodes, 2 the verdicts, 4 the commit hash. */
  readonly metadata: Buffer[];
}

/** @param folder one channel's chain of a peer */
export function readChain(folder: string): StoredBlock[] {
  const blocks: StoredBlock[] = [];
  for (let index = 0; existsSync(blockFile(folder, index)); index += 1) {
    const reader = new WireReader(readFileSync(blockFile(folder, index)));
    while (!reader.isAtEnd) blocks.push(decode(reader.lengthPrefixed()));
  }
  return blocks;
}

export function writeChain(folder: string, blocks: readonly StoredBlock[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(blockFile(folder, 0), Buffer.concat(blocks.map((block) => prefixed(encode(block)))));
}

/** A block as it stands in the file, behind its length. */
export function encode({ number, dataHash, previousHash, envelopes, metadata }: StoredBlock): Buffer {
  return Buffer.concat([
    encodeVarint(number),
    prefixed(dataHash),
    prefixed(previousHash),
    encodeVarint(envelopes.length),
    ...envelopes.map(prefixed),
    encodeVarint(metadata.length),
    ...metadata.map(prefixed),
  ]);
}

function decode(bytes: Buffer): StoredBlock {
  const reader = new WireReader(bytes);
  const list = () => Array.from({ length: reader.varint() }, () => reader.lengthPrefixed());
  return {
    number: reader.varint(),
    dataHash: reader.lengthPrefixed(),
    previousHash: reader.lengthPrefixed(),
    envelopes: list(),
    metadata: list(),
  };
}

function prefixed(bytes: Buffer): Buffer {
  return Buffer.concat([encodeVarint(bytes.length), bytes]);
}
