/** Finds Fabric's programs, or has them built. */
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { buildBinaries } from './build.ts';
import { setting } from '../setting.ts';
import { NoFabricBinaries, missingTools } from './tools.ts';
import { FABRIC_VERSION, FIXES } from './versions.ts';

/**
 * The folder with Fabric's programs: the first of `COMMONWATT_FABRIC_BIN`, a folder on PATH with all of them in
 * version 3, this user's cache, and a build into that cache (about two minutes, once).
 *
 * @throws NoFabricBinaries, Interrupted
 */
export async function locateBinaries(
  progress: (line: string) => void,
  signal?: AbortSignal,
): Promise<string> {
  const chosen = setting('COMMONWATT_FABRIC_BIN');
  if (chosen) return checkChosen(resolve(chosen));
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .find((folder) => missingTools(folder).length === 0 && isFabric3(folder));
  if (onPath !== undefined) return resolve(onPath);
  const cache = cacheFolder();
  if (missingTools(cache).length > 0) await buildBinaries(cache, progress, signal);
  return cache;
}

/** `${XDG_CACHE_HOME:-~/.cache}/commonwatt/fabric-<version>-<fixes>` */
export function cacheFolder(): string {
  const caches = setting('XDG_CACHE_HOME') ?? join(homedir(), '.cache');
  return join(caches, 'commonwatt', `fabric-${FABRIC_VERSION}-${FIXES}`);
}

function checkChosen(folder: string): string {
  const missing = missingTools(folder);
  if (missing.length > 0)
    throw new NoFabricBinaries(`COMMONWATT_FABRIC_BIN is ${folder}, which lacks ${missing.join(', ')}`);
  if (!isFabric3(folder))
    throw new NoFabricBinaries(`COMMONWATT_FABRIC_BIN is ${folder}, whose peer is not of Fabric 3`);
  return folder;
}

function isFabric3(folder: string): boolean {
  const { stdout, error } = spawnSync(join(folder, 'peer'), ['version'], { encoding: 'utf8' });
  return !error && /Version: v?3\./.test(stdout);
}
