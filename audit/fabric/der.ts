import { Unreadable } from './protobuf.ts';

/** One element of ASN.1 in DER encoding. */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
}

export const DER = {
  integer: 0x02,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  /** `[3]`, where a certificate keeps its extensions. */
  context3: 0xa3,
} as const;

const LONG_LENGTH = 0x80;

/** The elements that follow one another in `bytes`. */
export function derElements(bytes: Buffer): DerElement[] {
  const elements: DerElement[] = [];
  let at = 0;
  const byte = () => bytes[at++] ?? unreadable();
  while (at < bytes.length) {
    const tag = byte();
    let length = byte();
    if (length >= LONG_LENGTH) {
      const digits = length - LONG_LENGTH;
      length = 0;
      for (let digit = 0; digit < digits; digit += 1) length = length * 256 + byte();
    }
    if (at + length > bytes.length) unreadable();
    elements.push({ tag, content: bytes.subarray(at, at + length) });
    at += length;
  }
  return elements;
}

/** The element at this position, which must have this tag. */
export function derChild(elements: readonly DerElement[], index: number, tag: number): DerElement {
  const element = elements[index];
  return element?.tag === tag ? element : unreadable();
}

/** Encodes an element of at most 127 bytes. */
export function derEncode(tag: number, content: Buffer): Buffer {
  if (content.length >= LONG_LENGTH) throw new RangeError('too long for a short DER length');
  return Buffer.concat([Buffer.of(tag, content.length), content]);
}

/** Encodes a non-negative integer. */
export function derInteger(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex');
  // A set highest bit would make it negative.
  const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return derEncode(DER.integer, positive);
}

function unreadable(): never {
  throw new Unreadable('malformed ASN.1');
}
