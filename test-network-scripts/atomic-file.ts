/** Files that are either complete or absent, whatever happens while they are written. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Owner only: everything an organisation writes may be, or lead to, a secret. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/** Writes under another name and renames, making missing folders (owner only). */
export function writeAtomically(file: string, content: string | Uint8Array, mode = PRIVATE_FILE): void {
  mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, content, { mode, flush: true });
  renameSync(draft, file);
}

export function writeJson(file: string, content: unknown): void {
  writeAtomically(file, `${JSON.stringify(content, undefined, 2)}\n`);
}

/** The parsed content; undefined when the file does not exist or is not JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
