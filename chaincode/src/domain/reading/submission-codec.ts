import { DomainError } from '../error-code';
import { METER_SIGNATURE_BYTES } from '../meter/meter-signature';
import { ByteReader } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { MAX_SUBMISSION_BLOCKS, MAX_SUBMISSION_BYTES, type SignedProfileBlock } from './profile-block';

/** A body's length takes at most this many bytes, as a submission has fewer than 2^21. */
const MAX_LENGTH_BYTES = 3;

/** Bytes that a block takes in a submission. */
export function submittedSize(block: SignedProfileBlock): number {
  return MAX_LENGTH_BYTES + block.body.length + METER_SIGNATURE_BYTES;
}

/**
 * The argument of `readings:submit`: for each block the body's length as a varint, the body and the signature of 64
 * bytes. Throws `COMMAND_TOO_LARGE`, or `COMMAND_MALFORMED` for a signature of another length or no block at all.
 */
export function encodeSubmission(blocks: readonly SignedProfileBlock[]): Buffer {
  const capacity = blocks.reduce((sum, block) => sum + submittedSize(block), 0);
  const writer = new ByteWriter(capacity, 'COMMAND_MALFORMED');
  for (const { body, signature } of blocks) {
    if (signature.length !== METER_SIGNATURE_BYTES) {
      throw new DomainError('COMMAND_MALFORMED', `a signature has ${METER_SIGNATURE_BYTES} bytes`);
    }
    writer.varint(body.length);
    writer.put(body);
    writer.put(signature);
  }
  const argument = writer.finish();
  assertSize(argument, blocks.length);
  return argument;
}

/** The signed blocks of a submission, as views of its bytes; their bodies may be anything. Throws as the encoder. */
export function decodeSubmission(argument: Uint8Array): SignedProfileBlock[] {
  assertSize(argument, 1);
  const reader = new ByteReader(argument, 'COMMAND_MALFORMED');
  const blocks: SignedProfileBlock[] = [];
  while (!reader.isAtEnd) {
    assertSize(argument, blocks.length + 1);
    blocks.push({ body: reader.take(reader.varint()), signature: reader.take(METER_SIGNATURE_BYTES) });
  }
  return blocks;
}

function assertSize(argument: Uint8Array, blocks: number): void {
  if (argument.length === 0) throw new DomainError('COMMAND_MALFORMED', 'no block');
  if (argument.length > MAX_SUBMISSION_BYTES) {
    throw new DomainError('COMMAND_TOO_LARGE', `more than ${MAX_SUBMISSION_BYTES} bytes`);
  }
  if (blocks > MAX_SUBMISSION_BLOCKS) {
    throw new DomainError('COMMAND_TOO_LARGE', `more than ${MAX_SUBMISSION_BLOCKS} blocks`);
  }
}
