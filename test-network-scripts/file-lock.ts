/** A lock between processes: a file that names its holder, so that a dead holder's lock can be taken over. */
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PRIVATE_FOLDER, readJson } from './atomic-file.ts';
import { identify, isAlive } from './supervisor/process-identity.ts';
import type { ProcessIdentity } from './supervisor/process-identity.ts';

const LOOK_EVERY_MS = 200;

/** Holds the lock while `work` runs. `onWait` is told once when another process holds it. */
export async function withLock<T>(
  file: string,
  onWait: (holder: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  const self = identify(process.pid);
  if (!self) throw new Error('this process cannot be identified');
  let told = false;
  for (let holder = tryLock(file, self); holder; holder = tryLock(file, self)) {
    if (!told) onWait(holder.pid);
    told = true;
    await sleep(LOOK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @returns undefined when the lock is now ours, otherwise its holder */
function tryLock(file: string, self: ProcessIdentity): ProcessIdentity | undefined {
  // Whoever held the lock may have removed the folder with it.
  mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  const draft = `${file}.${self.pid}`;
  writeFileSync(draft, JSON.stringify(self));
  try {
    // Unlike creating and then writing, linking never shows others a lock without a holder.
    linkSync(draft, file);
    return undefined;
  } catch (error) {
    // A file system without hard links, say, has nobody to wait for.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return livingHolder(file) ?? tryLock(file, self);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Who holds the lock; undefined when it is free now, because its holder is gone. */
function livingHolder(file: string): ProcessIdentity | undefined {
  const holder = readJson(file) as ProcessIdentity | undefined;
  if (holder && isAlive(holder)) return holder;
  const stale = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, stale);
  } catch {
    return undefined; // released, or taken over, meanwhile
  }
  // Another process may have taken it over between the two looks: then it gets it back.
  const removed = readJson(stale) as ProcessIdentity | undefined;
  if (removed && isAlive(removed)) linkSync(stale, file);
  rmSync(stale, { force: true });
  return removed && isAlive(removed) ? removed : undefined;
}
