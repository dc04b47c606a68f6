/** A message of Fabric that cannot be read. */
export class Unreadable extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Unreadable';
  }
}

/** 64 bits. */
const MAX_VARINT_BYTES = 10;

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

  /** A number of 7 bits per byte, the lowest first. */
  varint(): number {
    return countable(this.longVarint());
  }

  /** The same, but NaN for one that is negative (ten bytes) or too large to count with. */
  longVarint(): number {
    let value = 0;
    for (let count = 0; count < MAX_VARINT_BYTES; count += 1) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Unreadable('the bytes end within a number');
      value += (byte & 0x7f) * 0x80 ** count;
      if (byte < 0x80) return Number.isSafeInteger(value) ? value : Number.NaN;
    }
    throw new Unreadable('a number does not end');
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

function countable(value: number): number {
  if (Number.isNaN(value)) throw new Unreadable('a number is too large');
  return value;
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_PREFIXED = 2;
const GROUP_START = 3;
const GROUP_END = 4;
const FIXED_32 = 5;

/**
 * A protobuf message by field number. What a field means, whether a number, text, bytes or another message, is known to
 * whoever asks; an absent field reads as 0 or empty, and of one that is there several times the last counts, or all
 * parts of a message, as in Fabric's own library: clients choose how they encode what they sign.
 */
export class Message {
  readonly #numbers = new Map<number, number>();
  readonly #strings = new Map<number, Buffer[]>();

  constructor(bytes: Buffer) {
    const reader = new WireReader(bytes);
    while (!reader.isAtEnd) {
      const { field, type } = readTag(reader);
      if (type === VARINT) this.#numbers.set(field, reader.longVarint());
      else if (type === LENGTH_PREFIXED) this.#add(field, reader.lengthPrefixed());
      else skip(reader, field, type);
    }
  }

  #add(field: number, bytes: Buffer): void {
    const earlier = this.#strings.get(field);
    if (earlier === undefined) this.#strings.set(field, [bytes]);
    else earlier.push(bytes);
  }

  /** @throws Unreadable if it is negative or too large to count with */
  number(field: number): number {
    return countable(this.#numbers.get(field) ?? 0);
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

  /** A message that is a field of this one. */
  message(field: number): Message {
    const parts = this.allBytes(field);
    return parts.length > 1 ? new Message(Buffer.concat(parts)) : this.inBytes(field);
  }

  /** A message that a field of bytes holds. */
  inBytes(field: number): Message {
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

function readTag(reader: WireReader): { field: number; type: number } {
  const tag = reader.varint();
  return { field: Math.floor(tag / 8), type: tag % 8 };
}

/** Passes over a field of a type that Fabric does not use: fixed numbers, and groups with all that is in them. */
function skip(reader: WireReader, field: number, type: number): void {
  const open: number[] = [];
  let next = { field, type };
  for (;;) {
    if (next.type === GROUP_START) open.push(next.field);
    else if (next.type === VARINT) reader.longVarint();
    else if (next.type === LENGTH_PREFIXED) reader.lengthPrefixed();
    else if (next.type === FIXED_64) reader.take(8);
    else if (next.type === FIXED_32) reader.take(4);
    else if (next.type !== GROUP_END || open.pop() !== next.field)
      throw new Unreadable(`field ${next.field} has an unknown type`);
    if (open.length === 0) return;
    next = readTag(reader);
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
