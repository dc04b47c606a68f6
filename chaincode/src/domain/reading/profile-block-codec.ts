import { DomainError } from '../error-code';
import { assetId, type MeteredSubject } from '../identifier';
import { MAX_EPOCH_SECONDS } from '../quantity';
import { ByteReader } from './byte-reader';
import { ByteWriter } from './byte-writer';
import {
  MAX_INTERVALS,
  MAX_REGISTERS,
  MAX_SEQUENCE,
  type ProfileBlock,
  type RegisterValues,
} from './profile-block';
import { type RegisterName, REGISTERS } from './register';

/** First byte of a body. */
const BODY_FORMAT = 1;
const SUBJECT_KIND_CODES = { point: 1, device: 2 } as const satisfies Record<MeteredSubject['kind'], number>;
const MAX_ID_BYTES = 40;
const HASH_BYTES = 32;
const MAX_VARINT_BYTES = 8;
/** Format, kind, id with its length, hash, filling, and eight numbers. */
const MAX_HEADER_BYTES = 4 + MAX_ID_BYTES + HASH_BYTES + 8 * MAX_VARINT_BYTES;

const NAME_OF_CODE = new Map<number, RegisterName>(REGISTERS.map(({ code, name }) => [code, name]));
const CODE_OF_NAME = new Map<RegisterName, number>(REGISTERS.map(({ code, name }) => [name, code]));

/** What the first block names as its predecessor. */
export const NO_PREVIOUS_HASH = Buffer.alloc(HASH_BYTES).toString('base64url');

/** Bytes of the block as documented at `ProfileBlock`. Throws `BLOCK_MALFORMED` for a block that has no encoding. */
export function encodeProfileBlock(block: ProfileBlock): Buffer {
  const numbers = block.registers.reduce(
    (sum, { values, estimated }) => sum + 2 + values.length + 2 * estimated.length,
    0,
  );
  const writer = new ByteWriter(MAX_HEADER_BYTES + numbers * MAX_VARINT_BYTES, 'BLOCK_MALFORMED');
  writeHeader(writer, block);
  writer.varint(block.registers.length);
  for (const register of block.registers) writeRegister(writer, register, block.intervals);
  const body = writer.finish();
  // One place knows what a block may be: the decoder.
  decodeProfileBlock(body);
  return body;
}

/** The block that these bytes are. Throws `BLOCK_MALFORMED` for anything that `encodeProfileBlock` would not write. */
export function decodeProfileBlock(body: Uint8Array): ProfileBlock {
  const reader = new ByteReader(body, 'BLOCK_MALFORMED');
  const header = readHeader(reader);
  const registers: RegisterValues[] = [];
  for (let count = reader.varintWithin(1, MAX_REGISTERS, 'register count'); count > 0; count -= 1) {
    registers.push(readRegister(reader, header.intervals));
  }
  reader.end();
  return { ...header, registers };
}

function writeHeader(writer: ByteWriter, block: ProfileBlock): void {
  const id = Buffer.from(block.subject.id);
  writer.byte(BODY_FORMAT);
  writer.byte(SUBJECT_KIND_CODES[block.subject.kind]);
  if (id.length > MAX_ID_BYTES) malformed('the id is too long');
  writer.varint(id.length);
  writer.put(id);
  writer.varint(block.sequence);
  writer.varint(block.start);
  writer.varint(block.intervalSec);
  writer.varint(block.intervals);
  const previousHash = Buffer.from(block.previousHash, 'base64url');
  if (previousHash.length !== HASH_BYTES) malformed('the previous hash is not of 32 bytes');
  writer.put(previousHash);
  if (block.declaredGapSec % block.intervalSec !== 0) malformed('the gap is not of whole intervals');
  writer.varint(block.declaredGapSec / block.intervalSec);
  writer.byte(block.fillsGap ? 1 : 0);
}

function readHeader(reader: ByteReader): Omit<ProfileBlock, 'registers'> {
  if (reader.byte() !== BODY_FORMAT) reader.fail('unknown format');
  const subject = readSubject(reader);
  const sequence = reader.varintWithin(1, MAX_SEQUENCE, 'sequence');
  const start = reader.varintWithin(0, MAX_EPOCH_SECONDS, 'start');
  const intervalSec = reader.varintWithin(1, MAX_EPOCH_SECONDS, 'interval');
  const intervals = reader.varintWithin(1, MAX_INTERVALS, 'interval count');
  if (start + intervals * intervalSec > MAX_EPOCH_SECONDS) reader.fail('the end is out of range');
  const previousHash = Buffer.from(reader.take(HASH_BYTES)).toString('base64url');
  const declaredGapSec = reader.varint() * intervalSec;
  if (declaredGapSec > MAX_EPOCH_SECONDS) reader.fail('the gap is out of range');
  const filling = reader.varintWithin(0, 1, 'filling');
  if (filling === 1 && declaredGapSec > 0) reader.fail('a filling block declares no gap');
  return {
    subject,
    sequence,
    start,
    intervalSec,
    intervals,
    previousHash,
    declaredGapSec,
    fillsGap: filling === 1,
  };
}

function readSubject(reader: ByteReader): MeteredSubject {
  const kind = readSubjectKind(reader);
  const id = Buffer.from(reader.take(reader.varintWithin(1, MAX_ID_BYTES, 'id length'))).toString('latin1');
  return assetId.safeParse(id).success ? { kind, id } : reader.fail('the id is no asset id');
}

function readSubjectKind(reader: ByteReader): MeteredSubject['kind'] {
  switch (reader.byte()) {
    case SUBJECT_KIND_CODES.point:
      return 'point';
    case SUBJECT_KIND_CODES.device:
      return 'device';
    default:
      return reader.fail('unknown subject kind');
  }
}

function writeRegister(
  writer: ByteWriter,
  { register, values, estimated }: RegisterValues,
  intervals: number,
): void {
  if (values.length !== intervals) malformed(`${register} has not one value per interval`);
  writer.varint(CODE_OF_NAME.get(register) ?? malformed('unknown register'));
  for (const value of values) writer.varint(value);
  writer.varint(estimated.length);
  let end = 0;
  for (const [from, to] of estimated) {
    if (from < end || to <= from) malformed(`the estimated runs of ${register} do not ascend`);
    writer.varint(from - end);
    writer.varint(to - from);
    end = to;
  }
}

function readRegister(reader: ByteReader, intervals: number): RegisterValues {
  const register = NAME_OF_CODE.get(reader.varint()) ?? reader.fail('unknown register');
  const values: number[] = [];
  for (let index = 0; index < intervals; index += 1) values.push(reader.varint());
  return { register, values, estimated: readEstimatedRuns(reader, intervals) };
}

function readEstimatedRuns(reader: ByteReader, intervals: number): [from: number, to: number][] {
  const runs: [number, number][] = [];
  let end = 0;
  for (let count = reader.varintWithin(0, intervals, 'count of estimated runs'); count > 0; count -= 1) {
    // Adjacent runs are one run: the same qualities have one encoding.
    const from =
      end + reader.varintWithin(runs.length === 0 ? 0 : 1, intervals, 'skip before an estimated run');
    end = from + reader.varintWithin(1, intervals, 'length of an estimated run');
    if (end > intervals) reader.fail('an estimated run passes the end');
    runs.push([from, end]);
  }
  return runs;
}

function malformed(detail: string): never {
  throw new DomainError('BLOCK_MALFORMED', detail);
}
