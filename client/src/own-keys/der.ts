import { concat } from './bytes.ts';

const INTEGER = 0x02;
const SEQUENCE = 0x30;
const LONG_FORM = 0x80;

/** A DER element (X.690, 10.1). */
export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = concat(...contents);
  return concat(Uint8Array.of(tag, ...lengthOf(content.length)), content);
}

export function derSequence(...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return der(SEQUENCE, ...contents);
}

/** @param value not negative */
export function derInteger(value: bigint): Uint8Array<ArrayBuffer> {
  const hex = value.toString(16);
  const digits = hex.length % 2 === 0 ? hex : `0${hex}`;
  const bytes = (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  // The highest bit is the sign.
  return der(INTEGER, Uint8Array.from((bytes[0] ?? 0) >= LONG_FORM ? [0, ...bytes] : bytes));
}

function lengthOf(length: number): number[] {
  if (length < LONG_FORM) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff);
  return [LONG_FORM | bytes.length, ...bytes];
}
