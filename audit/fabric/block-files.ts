import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Discrepancy, must } from '../discrepancy.ts';
import { readBlock, type Block } from './block.ts';
import { Unreadable, WireReader } from './protobuf.ts';

/** Bytes at the end of the last file that are no whole block: one that the peer is about to write. */
export interface Tail {
  readonly file: string;
  readonly offset: number;
  readonly bytes: number;
}

const FILE_PREFIX = 'blockfile_';
const LONGEST_LENGTH_BYTES = 8;
const HASH_BYTES = 32;

/** Path of a block file; they are numbered from 0. */
export function blockFile(folder: string, index: number): string {
  return join(folder, `${FILE_PREFIX}${index.toString().padStart(6, '0')}`);
}

/**
 * The blocks of a folder, one at a time, so that a ledger of any size fits. Each stands behind its length. The files
 * may belong to a running peer: reading ends before what is not written to its end yet, which is returned.
 *
 * @throws Discrepancy if something other than blocks is there
 */
export function* readBlocks(folder: string): Generator<Block, Tail | null> {
  let index = 0;
  for (; existsSync(blockFile(folder, index)); index += 1) {
    const tail = yield* readFile(blockFile(folder, index));
    if (tail === null) continue;
    if (existsSync(blockFile(folder, index + 1))) {
      throw new Discrepancy('a block file ends within a block', {
        expected: 'whole blocks in all files but the last',
        found: `${tail.bytes} bytes at ${tail.offset} of ${tail.file}`,
      });
    }
    return tail;
  }
  mustBeLast(folder, index);
  return null;
}

/** Throws if there are files from this number on. */
function mustBeLast(folder: string, index: number): void {
  const next = blockFile(folder, index);
  const later = readdirSync(folder).filter(
    (name) => name.startsWith(FILE_PREFIX) && join(folder, name) > next,
  );
  must(later.length === 0, 'block files are numbered without a gap', {
    expected: next,
    found: later.sort().join(', '),
  });
}

function* readFile(file: string): Generator<Block, Tail | null> {
  const descriptor = openSync(file, 'r');
  try {
    for (let offset = 0; ;) {
      const rest = fstatSync(descriptor).size - offset;
      if (rest === 0) return null;
      const prefix = readLength(readAt(descriptor, offset, Math.min(rest, LONGEST_LENGTH_BYTES)));
      if (prefix === undefined || prefix.bytes + prefix.value > rest) {
        assertUnfinished(readAt(descriptor, offset, rest), file, offset);
        return { file, offset, bytes: rest };
      }
      yield readWhole(readAt(descriptor, offset + prefix.bytes, prefix.value), file, offset);
      offset += prefix.bytes + prefix.value;
    }
  } finally {
    closeSync(descriptor);
  }
}

function readLength(bytes: Buffer): { value: number; bytes: number } | undefined {
  const reader = new WireReader(bytes);
  try {
    return { value: reader.varint(), bytes: reader.position };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function readWhole(bytes: Buffer, file: string, offset: number): Block {
  try {
    const { block, length } = readBlock(bytes);
    if (length === bytes.length) return block;
    throw new Unreadable(`${bytes.length - length} bytes are left over`);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Discrepancy('the block files hold blocks', {
      expected: `a block of ${bytes.length} bytes at ${offset} of ${file}`,
      found: error.message,
    });
  }
}

/** A whole block behind a length that is too large is no unfinished block but a changed length. */
function assertUnfinished(rest: Buffer, file: string, offset: number): void {
  for (let skipped = 1; skipped <= LONGEST_LENGTH_BYTES; skipped += 1) {
    const length = lengthOfBlock(rest.subarray(skipped));
    if (length === undefined) continue;
    throw new Discrepancy('a block is as long as its file says', {
      expected: `${length} bytes at ${offset + skipped} of ${file}`,
      found: `a length that leaves no room in ${rest.length} bytes`,
    });
  }
}

/** Undefined if no whole block stands at the beginning. */
function lengthOfBlock(bytes: Buffer): number | undefined {
  try {
    const { block, length } = readBlock(bytes);
    const hasHashes = block.dataHash.length === HASH_BYTES && block.previousHash.length === HASH_BYTES;
    return hasHashes ? length : undefined;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return undefined;
    throw error;
  }
}

function readAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const read = readSync(descriptor, bytes, 0, length, offset);
  return read === length ? bytes : bytes.subarray(0, read);
}
