// @ts-check
// Reads protobuf's wire format (https://protobuf.dev/programming-guides/encoding/), in which Fabric signs and hashes.
// Strict: a field that nobody expects, or that comes twice, could be read one way here and another way elsewhere.
import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { Refused } from './refused.mjs';

const VARINT = 0;
const BYTES = 2;
const MAX_VARINT_BITS = 63n;

/** One message: its fields by number. */
export class Message {
  /** @type {Map<number, (bigint | Buffer)[]>} */
  #fields = new Map();
  #name;

  /**
   * @param {string} name for the reason of a refusal
   * @param {Buffer} bytes
   * @param {number[]} known the fields that the message may have
   */
  constructor(name, bytes, known) {
    this.#name = name;
    let at = 0;
    const varint = () => {
      let value = 0n;
      for (let shift = 0n; shift <= MAX_VARINT_BITS; shift += 7n) {
        const byte = bytes[at];
        if (byte === undefined) throw new Refused(`${name} is cut off`);
        at += 1;
        value |= BigInt(byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
      throw new Refused(`${name} has a number that is too long`);
    };
    while (at < bytes.length) {
      const tag = varint();
      const [field, wireType] = [Number(tag >> 3n), Number(tag & 7n)];
      if (!known.includes(field) || (wireType !== VARINT && wireType !== BYTES))
        throw new Refused(`${name} has something that does not belong there (field ${field})`);
      /** @type {bigint | Buffer} */
      let value = varint();
      if (wireType === BYTES) {
        if (value > BigInt(bytes.length - at)) throw new Refused(`${name} is cut off`);
        const end = at + Number(value);
        value = bytes.subarray(at, end);
        at = end;
      }
      this.#fields.set(field, [...(this.#fields.get(field) ?? []), value]);
    }
  }

  /** @param {number} field @returns {boolean} */
  has(field) {
    return this.#fields.has(field);
  }

  /** A field of bytes or of a message; empty when it is absent. @param {number} field @returns {Buffer} */
  bytes(field) {
    const value = this.#single(field) ?? Buffer.alloc(0);
    if (typeof value === 'bigint') throw new Refused(`${this.#name}: field ${field} is a number`);
    return value;
  }

  /** @param {number} field @returns {string} */
  text(field) {
    return utf8(this.#name, this.bytes(field));
  }

  /** 0 when it is absent. @param {number} field @returns {bigint} */
  number(field) {
    const value = this.#single(field) ?? 0n;
    if (typeof value !== 'bigint') throw new Refused(`${this.#name}: field ${field} is no number`);
    return value;
  }

  /** A field that may come any number of times. @param {number} field @returns {Buffer[]} */
  list(field) {
    return (this.#fields.get(field) ?? []).map((value) => {
      if (typeof value === 'bigint') throw new Refused(`${this.#name}: field ${field} is a number`);
      return value;
    });
  }

  /** @param {number} field */
  #single(field) {
    const [value, ...more] = this.#fields.get(field) ?? [];
    if (more.length > 0) throw new Refused(`${this.#name}: field ${field} comes twice`);
    return value;
  }
}

/**
 * @param {string} name for the reason of a refusal
 * @param {Buffer} bytes
 * @returns {string}
 */
export function utf8(name, bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused(`${name} is no text`);
  }
}
