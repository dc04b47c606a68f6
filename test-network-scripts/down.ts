/** Stops a network, and makes sure that nothing of it remains. */
import { rmSync } from 'node:fs';
import type { ConsortiumDefinition } from '../network/consortium.ts';
import { heldPorts, whatRemains } from './ports.ts';
import type { StateFolder } from './state-folder.ts';
import { NODE_TYPES, readRunRecord } from './supervisor/node-spec.ts';
import { isAlive, markedProcesses } from './supervisor/process-identity.ts';
import type { ProcessIdentity } from './supervisor/process-identity.ts';
import { stopProcess } from './supervisor/stop-process.ts';
import { OperatorError } from '../network/operator-error.ts';

/** Something still runs or holds a port after everything was ended. */
export class NotDown extends OperatorError {
  override readonly name = 'NotDown';
}

/** A supervisor first ends its gateway and then everything else; each of the two may take six seconds. */
const SUPERVISOR_POLITE_MS = 15_000;

/**
 * Ends the supervisors, which end their nodes, and then whatever is left. Keeps the state.
 *
 * @throws NotDown
 */
export async function stopNetwork(state: StateFolder): Promise<void> {
  const folders = state.organisations();
  const supervisors = folders.flatMap((folder) => readRunRecord(folder, 'supervisor') ?? []).filter(isAlive);
  await Promise.all(supervisors.map((supervisor) => stopProcess(supervisor, SUPERVISOR_POLITE_MS)));
  const recorded = folders.flatMap((folder) =>
    NODE_TYPES.flatMap((type) => readRunRecord(folder, type) ?? []),
  );
  await Promise.all([...recorded.filter(isAlive), ...strays(state)].map((process) => stopProcess(process)));
  for (const folder of folders) {
    for (const node of [...NODE_TYPES, 'supervisor'] as const) rmSync(folder.runFile(node), { force: true });
  }
  const left = strays(state);
  if (left.length > 0) {
    throw new NotDown(`these processes of the network do not end: ${left.map(({ pid }) => pid).join(', ')}`);
  }
}

/**
 * Makes sure that nobody holds a port of the network.
 *
 * @throws NotDown
 */
export async function checkPortsReleased(consortium: ConsortiumDefinition): Promise<void> {
  const held = await whatRemains(() => heldPorts(consortium));
  if (held.length === 0) return;
  const list = held.map(({ port, node }) => `${port} (${node})`).join(', ');
  throw new NotDown(`no process of the network is left, but something else holds ${list}`);
}

function strays(state: StateFolder): ProcessIdentity[] {
  return markedProcesses(`${state.root}/`).map(({ identity }) => identity);
}
