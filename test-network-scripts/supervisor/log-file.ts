/** A node's log: appended to by the node itself, so that it outlives the supervisor. */
import { mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../atomic-file.ts';

const ROTATE_AT_BYTES = 16 * 1024 * 1024;

/** Opens the log for appending and returns the file descriptor. A large log becomes `<file>.1` first. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_AT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', PRIVATE_FILE);
}
