import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, signalProcess } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

const POLITE_MS = 6_000;
const LOOK_EVERY_MS = 25;

/** Ends a process with SIGTERM, and with SIGKILL when it has not ended after `politeMs`. Returns when it is gone. */
export async function stopProcess(identity: ProcessIdentity, politeMs = POLITE_MS): Promise<void> {
  signalProcess(identity, 'SIGTERM');
  const deadline = Date.now() + politeMs;
  while (isAlive(identity)) {
    if (Date.now() > deadline) signalProcess(identity, 'SIGKILL');
    await sleep(LOOK_EVERY_MS);
  }
}
