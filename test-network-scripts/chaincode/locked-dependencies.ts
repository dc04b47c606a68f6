/** What the lock file says about the packages that the chaincode runs with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type LockedPackage = {
  version?: string;
  integrity?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
type LockFile = { packages: Record<string, LockedPackage> };

/**
 * Name, version and integrity of all packages that are reached from `dependencies`, one to a line, sorted.
 *
 * @param from the folder (relative to the project, '' for its root) whose package.json lists the dependencies
 */
export function lockedDependencies(
  projectRoot: string,
  from: string,
  dependencies: readonly string[],
): string[] {
  const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as LockFile;
  const found = new Map<string, LockedPackage>();
  const visit = (name: string, parent: string) => {
    const path = resolvePackage(packages, name, parent);
    const entry = path === undefined ? undefined : packages[path];
    if (path === undefined || !entry || found.has(path)) return;
    found.set(path, entry);
    for (const next of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }))
      visit(next, path);
  };
  for (const name of dependencies) visit(name, from);
  return [...found]
    .map(([path, { version, integrity }]) => `${path}@${version ?? ''} ${integrity ?? ''}`)
    .sort();
}

/** As Node resolves it: the nearest node_modules, from the importing folder upwards. */
function resolvePackage(packages: LockFile['packages'], name: string, parent: string): string | undefined {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}
