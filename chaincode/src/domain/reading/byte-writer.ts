import { DomainError, type ErrorCode } from '../error-code';

const PAYLOAD = 0x7f;
const CONTINUATION = 0x80;

/**
 * Writes what `ByteReader` reads, into one buffer of known size. What cannot be written is a `DomainError` with the
 * writer's code.
 */
export class ByteWriter {
  private readonly bytes: Buffer;
  private position = 0;

  /** `capacity` is an upper bound of what will be written. */
  constructor(
    capacity: number,
    private readonly code: ErrorCode,
  ) {
    this.bytes = Buffer.alloc(capacity);
  }

  byte(value: number): void {
    this.position = this.bytes.writeUInt8(value, this.position);
  }

  /** LEB128 of an integer from 0 to 2^53 - 1. */
  varint(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new DomainError(this.code, `${value} is no integer from 0 to 2^53 - 1`);
    let rest = value;
    while (rest > PAYLOAD) {
      this.byte((rest % CONTINUATION) | CONTINUATION);
      rest = Math.floor(rest / CONTINUATION);
    }
    this.byte(rest);
  }

  put(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.position);
    this.position += bytes.length;
  }

  finish(): Buffer {
    return this.bytes.subarray(0, this.position);
  }
}
