/** Looks for a private key where a gateway could have it: in its files and in the memory of its process. */
import type { KeyObject } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Read at once, each time with a bit of the part before, so that nothing is missed between two. */
const PART_BYTES = 4 * 2 ** 20;

/**
 * The forms that the scalar of a P-256 key can have in memory and in files: as bytes, in both orders (OpenSSL keeps
 * numbers with the least word first), in hex, and in base64 wherever in a longer text it begins.
 */
export function tracesOf(privateKey: KeyObject): Buffer[] {
  const { d } = privateKey.export({ format: 'jwk' });
  const scalar = Buffer.from(d ?? '', 'base64url');
  const hex = scalar.toString('hex');
  const shifted = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), scalar]).toString('base64');
    // The characters at both ends hold bits of what stands beside.
    const inner = text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + scalar.length) * 8) / 6));
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const texts = [hex, hex.toUpperCase(), ...new Set(shifted)];
  return [scalar, Buffer.from(scalar).reverse(), ...texts.map((text) => Buffer.from(text))];
}

/** How often any of the traces stands in the files of a folder, at any depth. */
export function countInFiles(folder: string, traces: readonly Buffer[]): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .reduce((sum, file) => sum + count(readFileSync(file), traces), 0);
}

/** How often any of the traces stands in the memory of a process. @throws Error unless it may be read */
export function countInMemory(pid: number, traces: readonly Buffer[]): number {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    return readFileSync(`/proc/${pid}/maps`, 'utf8')
      .split('\n')
      .filter((line) => line.includes(' rw'))
      .reduce((sum, line) => sum + countInRange(memory, line, traces), 0);
  } finally {
    closeSync(memory);
  }
}

function countInRange(memory: number, line: string, traces: readonly Buffer[]): number {
  const [start = 0, end = 0] = (line.split(' ')[0] ?? '').split('-').map((hex) => parseInt(hex, 16));
  const overlap = Math.max(...traces.map(({ length }) => length)) - 1;
  const part = Buffer.alloc(PART_BYTES + overlap);
  let found = 0;
  let kept = 0;
  for (let at = start; at < end;) {
    let read: number;
    try {
      read = readSync(memory, part, kept, Math.min(PART_BYTES, end - at), at);
    } catch {
      // Memory of a device, or given back meanwhile.
      return found;
    }
    if (read === 0) return found;
    found += count(part.subarray(0, kept + read), traces);
    const rest = part.subarray(Math.max(0, kept + read - overlap), kept + read);
    kept = rest.length;
    rest.copy(part, 0);
    at += read;
  }
  return found;
}

function count(bytes: Buffer, traces: readonly Buffer[]): number {
  let found = 0;
  for (const trace of traces)
    for (let at = bytes.indexOf(trace); at >= 0; at = bytes.indexOf(trace, at + 1)) found += 1;
  return found;
}
