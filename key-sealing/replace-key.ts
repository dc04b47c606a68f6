import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type KeyOwner, type KeySeal, SealBroken } from './key-seal.ts';

const OWNER_ONLY = 0o600;
/** In names of what is being written. */
export const UNFINISHED = '.new-';

/**
 * Seals a key in its file: the sealed one is on the disk under another name, and opens, before it takes the file's place.
 *
 * @param key overwritten by the caller afterwards
 * @throws SealBroken
 */
export function replaceKey(file: string, key: Buffer, owner: KeyOwner, seal: KeySeal): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) if (name.includes(UNFINISHED)) rmSync(join(folder, name));
  const unfinished = join(folder, `${basename(file)}${UNFINISHED}${randomUUID()}`);
  writeFileSync(unfinished, seal.seal(key, owner), { mode: OWNER_ONLY, flush: true });
  const opened = seal.open(readFileSync(unfinished, 'utf8'), owner);
  const isSame = opened.equals(key);
  opened.fill(0);
  if (!isSame) throw new SealBroken(`the key of ${owner.enrolmentId} cannot be sealed`);
  renameSync(unfinished, file);
  flushFolder(folder);
}

/** Makes sure that what was renamed in a folder is so after a power failure as well. */
export function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
