/** A message of Fabric that cannot be read. */
export class Unreadable extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Unreadable';
  }
}

/** Reads numbers and byte strings in protobuf's wire format, one after another. */
export class WireReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get position(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** A number of 7 bits per byte, the lowest first; a negative one (ten bytes) is not expected anywhere. */
  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Unreadable('the bytes end within a number');
      value += (byte & 0x7f) * factor;
      if (!Number.isSafeInteger(value)) throw new Unreadable('a number is too large');
      if (byte < 0x80) return value;
    }
  }

  take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new Unreadable('the bytes end within a field');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  lengthPrefixed(): Buffer {
    return this.take(this.varint());
  }
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_PREFIXED = 2;
const FIXED_32 = 5;

/**
 * A protobuf message by field number. What a field means, whether a number, text or another message, is known to
 * whoever asks; an absent field reads as 0 or empty, as protobuf wants it.
 */
export class Message {
  readonly #numbers = new Map<number, number>();
  readonly #strings = new Map<number, Buffer[]>();

  constructor(bytes: Buffer) {
    const reader = new WireReader(bytes);
    while (!reader.isAtEnd) {
      const tag = reader.varint();
      const field = Math.floor(tag / 8);
      switch (tag % 8) {
        case VARINT:
          this.#numbers.set(field, reader.varint());
          break;
        case LENGTH_PREFIXED:
          this.#add(field, reader.lengthPrefixed());
          break;
        case FIXED_64:
          reader.take(8);
          break;
        case FIXED_32:
          reader.take(4);
          break;
        default:
          throw new Unreadable(`field ${field} has an unknown type`);
      }
    }
  }

  #add(field: number, bytes: Buffer): void {
    const earlier = this.#strings.get(field);
    if (earlier === undefined) this.#strings.set(field, [bytes]);
    else earlier.push(bytes);
  }

  number(field: number): number {
    return this.#numbers.get(field) ?? 0;
  }

  has(field: number): boolean {
    return this.#strings.has(field) || this.#numbers.has(field);
  }

  bytes(field: number): Buffer {
    return this.#strings.get(field)?.at(-1) ?? Buffer.alloc(0);
  }

  text(field: number): string {
    return this.bytes(field).toString('utf8');
  }

  message(field: number): Message {
    return new Message(this.bytes(field));
  }

  allBytes(field: number): Buffer[] {
    return this.#strings.get(field) ?? [];
  }

  all(field: number): Message[] {
    return this.allBytes(field).map((bytes) => new Message(bytes));
  }

  /** A map from text to messages, which protobuf writes as repeated pairs. */
  map(field: number): Map<string, Message> {
    return new Map(this.all(field).map((entry) => [entry.text(1), entry.message(2)]));
  }
}

/** A length-prefixed field as a message holds it; nothing for an empty one. */
export function encodeField(field: number, bytes: Buffer): Buffer {
  if (bytes.length === 0) return bytes;
  return Buffer.concat([encodeVarint(field * 8 + LENGTH_PREFIXED), encodeVarint(bytes.length), bytes]);
}

/** A field that is true. */
export function encodeTrue(field: number): Buffer {
  return Buffer.concat([encodeVarint(field * 8 + VARINT), Buffer.of(1)]);
}

export function encodeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return Buffer.of(...bytes, rest);
}
