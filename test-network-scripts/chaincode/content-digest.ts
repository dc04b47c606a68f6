import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** SHA-256 (hex) over names and contents of all files under the given paths; paths that do not exist are skipped. */
export function contentDigest(root: string, paths: readonly string[]): string {
  return digestFiles(
    root,
    paths.flatMap((path) => filesUnder(join(root, path))),
  );
}

/** SHA-256 (hex) over the files' paths relative to `root` and their contents, in an order that no locale changes. */
export function digestFiles(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  const named = files.map((file) => ({ file, name: relative(root, file).split(sep).join('/') }));
  for (const { file, name } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const content = readFileSync(file);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** All files at or below a path, without what npm installed. */
export function filesUnder(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesUnder(join(path, name)));
}
