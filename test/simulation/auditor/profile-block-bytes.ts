import { NotAsDocumented } from './json.ts';

/** Readings of a stored profile block. */
export interface Readings {
  readonly arrivalSec: number;
  /** Signed by a collector. */
  readonly isAttested: boolean;
  readonly startSec: number;
  readonly intervalSec: number;
  readonly intervals: number;
  readonly registers: ReadonlyMap<
    number,
    { readonly values: readonly number[]; readonly estimated: ReadonlySet<number> }
  >;
}

const ARRIVAL_BYTES = 8;
const HASH_BYTES = 32;

/** Reads format, flags, arrival and body of a stored block, as documented. */
export function readStoredBlock(bytes: Buffer): Readings {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new NotAsDocumented('a block ends early');
    at += 1;
    return value;
  };
  const number = (): number => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const next = byte();
      value |= BigInt(next & 0x7f) << shift;
      if (next < 0x80) return Number(value);
    }
  };
  if (byte() !== 1) throw new NotAsDocumented('format of a stored block');
  const flags = byte();
  if (flags > 1) throw new NotAsDocumented('flags of a stored block');
  const arrivalSec = Number(bytes.readBigUInt64BE(at));
  at += ARRIVAL_BYTES;
  if (byte() !== 1) throw new NotAsDocumented('format of a profile block');
  byte();
  const idBytes = number();
  at += idBytes;
  number();
  const [startSec, intervalSec, intervals] = [number(), number(), number()];
  at += HASH_BYTES;
  number();
  byte();
  const registers = new Map<number, { values: number[]; estimated: Set<number> }>();
  for (let count = number(); count > 0; count -= 1) {
    const code = number();
    const values = Array.from({ length: intervals }, number);
    const estimated = new Set<number>();
    let position = 0;
    for (let runs = number(); runs > 0; runs -= 1) {
      position += number();
      for (let length = number(); length > 0; length -= 1, position += 1) estimated.add(position);
    }
    registers.set(code, { values, estimated });
  }
  if (at !== bytes.length) throw new NotAsDocumented('bytes after a block');
  return { arrivalSec, isAttested: flags === 1, startSec, intervalSec, intervals, registers };
}
