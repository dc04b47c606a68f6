/** Protobuf's wire format (proto3): a reader that knows what it may find and refuses anything else, and one field written. */
import { concat } from './bytes.ts';

const VARINT = 0;
const BYTES = 2;
const WIRE_TYPE_BITS = 3;

/** The bytes are not the message that they should be. */
export class Unreadable extends Error {
  constructor(detail: string) {
    super(`unreadable: ${detail}`);
    this.name = 'Unreadable';
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws Unreadable for what is not UTF-8 */
export function textIn(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unreadable('this is no text');
  }
}

/** One message: its fields by number, each in the order of appearance. */
export class Message {
  readonly #fields = new Map<number, (bigint | Uint8Array)[]>();

  /**
   * @param known numbers of the fields that it may have
   * @throws Unreadable for anything else, and for what is cut off
   */
  constructor(bytes: Uint8Array, known: readonly number[]) {
    const reader = new Reader(bytes);
    while (!reader.isAtEnd) {
      const tag = Number(reader.varint());
      const [number, wireType] = [tag >>> WIRE_TYPE_BITS, tag & 7];
      if (!known.includes(number)) throw new Unreadable(`field ${number} is not expected`);
      if (wireType !== VARINT && wireType !== BYTES) throw new Unreadable(`wire type ${wireType}`);
      const value = wireType === VARINT ? reader.varint() : reader.bytes();
      this.#fields.set(number, [...(this.#fields.get(number) ?? []), value]);
    }
  }

  /** @returns empty without the field */
  bytes(number: number): Uint8Array {
    return this.#only(number, isBytes) ?? new Uint8Array();
  }

  text(number: number): string {
    return textIn(this.bytes(number));
  }

  /** @returns 0 without the field */
  integer(number: number): bigint {
    return this.#only(number, (value) => typeof value === 'bigint') ?? 0n;
  }

  repeated(number: number): Uint8Array[] {
    const values = this.#fields.get(number) ?? [];
    if (!values.every(isBytes)) throw new Unreadable(`field ${number} is not of bytes`);
    return values;
  }

  has(number: number): boolean {
    return this.#fields.has(number);
  }

  /** A field that comes twice could be read one way here and another way by the ledger. */
  #only<Value extends bigint | Uint8Array>(
    number: number,
    isValue: (value: bigint | Uint8Array) => value is Value,
  ): Value | undefined {
    const [value, ...more] = this.#fields.get(number) ?? [];
    if (value === undefined) return undefined;
    if (more.length > 0 || !isValue(value)) throw new Unreadable(`field ${number}`);
    return value;
  }
}

/** A field of bytes as it is written: tag, length, content. */
export function bytesField(number: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const tag = (number << WIRE_TYPE_BITS) | BYTES;
  return concat(Uint8Array.of(...varint(tag), ...varint(content.length)), content);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

function isBytes(value: bigint | Uint8Array): value is Uint8Array {
  return value instanceof Uint8Array;
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 64n; shift += 7n) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new Unreadable('it ends within a number');
      this.#at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new Unreadable('a number is too long');
  }

  bytes(): Uint8Array {
    const length = this.varint();
    const end = BigInt(this.#at) + length;
    if (end > BigInt(this.#bytes.length)) throw new Unreadable('it ends within a field');
    const value = this.#bytes.subarray(this.#at, Number(end));
    this.#at = Number(end);
    return value;
  }
}
