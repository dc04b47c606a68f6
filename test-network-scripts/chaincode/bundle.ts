/**
 * The code that is deployed: the compiled JavaScript, and a digest that names it. Each organisation runs its own copy,
 * so that a node which is restarted later runs what was approved, whatever became of the sources meanwhile.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { OperatorError } from '../../network/operator-error.ts';
import { PRIVATE_FOLDER } from '../atomic-file.ts';
import { setting } from '../setting.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { PROJECT_ROOT } from '../state-folder.ts';
import { digestFiles, filesUnder } from './content-digest.ts';
import { lockedDependencies } from './locked-dependencies.ts';

/** There is no compiled code to deploy. */
export class NoChaincode extends OperatorError {
  override readonly name = 'NoChaincode';
}

export type Bundle = {
  root: string;
  /** Absolute paths. */
  files: string[];
  /** SHA-256, hex: of the files, of the locked versions of their dependencies, and of Node's version. */
  digest: string;
  /** As in package.json. */
  version: string;
};

type Manifest = { version?: string; main?: string; dependencies?: Record<string, string> };

/** Where the chaincode comes from: `COMMONWATT_CHAINCODE_DIR`, else the project's own. Holds a package.json. */
export function chaincodeSource(): string {
  return resolve(setting('COMMONWATT_CHAINCODE_DIR') ?? join(PROJECT_ROOT, 'chaincode'));
}

/** @throws NoChaincode */
export function readBundle(root = chaincodeSource()): Bundle {
  const manifestFile = join(root, 'package.json');
  if (!existsSync(manifestFile)) throw new NoChaincode(`${root} holds no chaincode: it has no package.json`);
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const main = join(root, manifest.main ?? 'index.js');
  if (!existsSync(main))
    throw new NoChaincode(`the chaincode is not compiled: there is no ${main} (npm run build)`);
  const files = [manifestFile, ...compiledFiles(root)];
  const dependencies = lockedDependencies(
    PROJECT_ROOT,
    relative(PROJECT_ROOT, root),
    Object.keys(manifest.dependencies ?? {}),
  );
  const digest = createHash('sha256')
    .update([digestFiles(root, files), `node ${process.versions.node}`, ...dependencies].join('\n'))
    .digest('hex');
  return { root, files, digest, version: manifest.version ?? '0.0.0' };
}

/** The compiler leaves the output of deleted sources behind, and that must not count. */
function compiledFiles(root: string): string[] {
  const scripts = filesUnder(root).filter((file) => /\.c?js$/.test(file));
  const [source, output] = [join(root, 'src'), join(root, 'dist')];
  if (!existsSync(source)) return scripts;
  const hasSource = (file: string) =>
    existsSync(join(source, relative(output, file).replace(/\.js$/, '.ts')));
  return scripts.filter((file) => file.startsWith(output) && hasSource(file));
}

export function bundleFolder(folder: OrganisationFolder, digest: string): string {
  return join(folder.chaincode, 'bundles', digest);
}

/** Copies the bundle into the organisation's folder unless it is there. */
export function copyBundle({ root, files, digest }: Bundle, folder: OrganisationFolder): void {
  const target = bundleFolder(folder, digest);
  if (existsSync(target)) return;
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  for (const file of files) {
    const copy = join(draft, relative(root, file));
    mkdirSync(dirname(copy), { recursive: true, mode: PRIVATE_FOLDER });
    cpSync(file, copy);
  }
  renameSync(draft, target);
}
