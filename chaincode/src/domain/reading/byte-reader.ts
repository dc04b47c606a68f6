import { DomainError, type ErrorCode } from '../error-code';

const PAYLOAD = 0x7f;
const CONTINUATION = 0x80;
/** 8 x 7 bits hold every integer up to 2^53 - 1. */
const MAX_VARINT_BYTES = 8;

/**
 * Reads bytes in one pass and takes exactly one encoding of each value: a varint (LEB128) has no superfluous bytes and
 * fits in 2^53 - 1. Whatever does not hold is a `DomainError` with the reader's code.
 */
export class ByteReader {
  private position = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly code: ErrorCode,
  ) {}

  get isAtEnd(): boolean {
    return this.position === this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.position];
    if (byte === undefined) return this.fail('ends early');
    this.position += 1;
    return byte;
  }

  varint(): number {
    let value = 0;
    let factor = 1;
    for (let count = 1; count <= MAX_VARINT_BYTES; count += 1) {
      const byte = this.byte();
      value += (byte & PAYLOAD) * factor;
      if ((byte & CONTINUATION) === 0) {
        if (byte === 0 && count > 1) return this.fail('a number is not in its shortest form');
        return Number.isSafeInteger(value) ? value : this.fail('a number is too large');
      }
      factor *= CONTINUATION;
    }
    return this.fail('a number is too large');
  }

  /** A varint of at least `min` and at most `max`. */
  varintWithin(min: number, max: number, name: string): number {
    const value = this.varint();
    return value >= min && value <= max ? value : this.fail(`${name} is not from ${min} to ${max}`);
  }

  /** The next `length` bytes, as a view. */
  take(length: number): Uint8Array {
    const end = this.position + length;
    if (end > this.bytes.length) return this.fail('ends early');
    const taken = this.bytes.subarray(this.position, end);
    this.position = end;
    return taken;
  }

  end(): void {
    if (!this.isAtEnd) this.fail('bytes follow the end');
  }

  fail(detail: string): never {
    throw new DomainError(this.code, detail);
  }
}
