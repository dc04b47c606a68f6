// Runs one of the project's TypeScript programs under the Node version that the lock file pins, and first makes
// sure that dependencies are installed and the chaincode is built. Plain JavaScript that old Node versions can
// still parse, because it is what tells their users to upgrade.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const OLDEST_NODE = 20;
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or later and run this again.`);
}

function fail(message) {
  console.error(`commonwatt: ${message}`);
  process.exit(1);
}

function run(what, command, args) {
  console.error(`commonwatt: ${what}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`${what} failed (exit ${status}); the lines above say why.`);
}

/** SHA-256 over the names and contents of what a step reads, to tell whether it must run again. */
function digest(paths) {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  const walk = (path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) walk(child);
      else add(child);
    }
  };
  for (const path of paths) path.endsWith('/') ? walk(path) : add(path);
  return hash.digest('hex');
}

/** Runs `step` unless its inputs are the same as when it last succeeded. */
function once(name, inputs, outputs, step) {
  const stamp = join(root, 'node_modules/.cache/commonwatt', name);
  const now = digest(inputs);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (done && outputs.every((path) => existsSync(join(root, path)))) return;
  step();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

once('install', ['package-lock.json'], ['node_modules/typescript'], () =>
  run('installing dependencies (npm ci)', 'npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund']),
);
once(
  'chaincode',
  ['chaincode/src/', 'chaincode/tsconfig.json', 'package-lock.json'],
  ['chaincode/dist/index.js'],
  () =>
    run('compiling the chaincode', process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'chaincode']),
);

const pinned = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
const major = Number(process.versions.node.split('.')[0]);
if (!existsSync(pinned) && major < 24) {
  fail(`no pinned Node for ${process.platform}-${process.arch}: install Node 24 and run this again.`);
}

const [entry, ...args] = process.argv.slice(2);
if (entry !== '--build-only') {
  const child = spawn(existsSync(pinned) ? pinned : process.execPath, [join(root, entry), ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  // A terminal sends Ctrl-C to the whole foreground group, but npm and other programs to this process alone, which is
  // npm's own child only because package.json starts it with `exec`. Whoever gets it twice stops no sooner for it.
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
