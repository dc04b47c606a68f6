import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OrganisationFolder } from '../state-folder.ts';
import { PROJECT_ROOT } from '../state-folder.ts';
import { openLog } from './log-file.ts';
import { readRunRecord } from './node-spec.ts';
import { NODE_MARK, isAlive } from './process-identity.ts';

const START_TIMEOUT_MS = 15_000;
const LOOK_EVERY_MS = 20;

/**
 * Makes sure that the organisation has a supervisor: a process of its own session that outlives this one.
 *
 * @throws Error when it does not come up
 */
export async function ensureSupervisor(folder: OrganisationFolder): Promise<void> {
  if (hasSupervisor(folder)) return;
  const log = openLog(folder.logFile('supervisor'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), folder.root], {
    cwd: PROJECT_ROOT,
    env: {
      PATH: process.env.PATH,
      LANG: 'C',
      TZ: 'UTC',
      NODE_NO_WARNINGS: '1',
      [NODE_MARK]: folder.runFile('supervisor'),
    },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failure: string | undefined;
  child.on('error', (error) => (failure = error.message));
  child.on('exit', (code, signal) => (failure = `it ended with ${signal ?? `exit code ${code}`}`));
  child.unref();
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!hasSupervisor(folder)) {
    if (Date.now() > deadline) failure ??= `it did not come up within ${START_TIMEOUT_MS} ms`;
    if (failure !== undefined)
      throw new Error(
        `the supervisor of ${folder.root} cannot be started: ${failure}; see ${folder.logFile('supervisor')}`,
      );
    await sleep(LOOK_EVERY_MS);
  }
}

export function hasSupervisor(folder: OrganisationFolder): boolean {
  const record = readRunRecord(folder, 'supervisor');
  return record !== undefined && isAlive(record);
}
