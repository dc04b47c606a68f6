/**
 * Plays the life of a market on the network of the environment's settings, and keeps of every operation an exchange that
 * went well as its example in the OpenAPI document.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/mocha/bin/mocha.js'),
    '--require',
    join(root, 'test/answers/record-examples.ts'),
    'test/e2e/lifecycle/lifecycle.test.ts',
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
