/** The network as a library: what the command line, the community week and the tests use. */
import { existsSync, rmSync } from 'node:fs';
import { Consortium } from './consortium.ts';
import { checkPortsReleased, stopNetwork } from './down.ts';
import { withLock } from './file-lock.ts';
import { existingConsortium, recordedConsortium } from './network-state.ts';
import type { ConsortiumChoice } from './network-state.ts';
import { changeWalletSecret } from './organisation/wallet-secret.ts';
import { stateFolder } from './state-folder.ts';
import type { StateFolder } from './state-folder.ts';
import type { NetworkStatus } from './status.ts';
import { findOrganisation } from './token.ts';
import { upSteps } from './up.ts';
import type { Step } from './up.ts';

export { InvalidConsortium, loadConsortium } from '../network/consortium.ts';
export type { ConsortiumDefinition, Organisation, OrganisationKind } from '../network/consortium.ts';
export { NoFabricBinaries } from './binaries/tools.ts';
export { Consortium } from './consortium.ts';
export type { Endpoint } from './consortium.ts';
export {
  INTERRUPTED_EXIT_CODE,
  Interrupted,
  interruption,
  unlessInterrupted,
  untilInterrupted,
} from './interruption.ts';
export { PortTaken } from './ports.ts';
export type { NetworkStatus, NodeStatus } from './status.ts';
export type { TokenOptions } from './token.ts';

/** Where a network's state lies; default `COMMONWATT_STATE`, else `.commonwatt` in the project. */
export type StateChoice = { state?: string | undefined };

export type Progress =
  | { kind: 'begun'; step: string }
  | { kind: 'said'; step: string; line: string }
  | { kind: 'done'; step: string; seconds: number };

/** Ends `up` where it is; what it has begun stays, and the next `up` goes on from there. */
export type SignalChoice = { signal?: AbortSignal | undefined };

export type UpOptions = StateChoice &
  ConsortiumChoice &
  SignalChoice & { onProgress?: (progress: Progress) => void };

/** Runs the steps of `up`; the command line replaces it to show them its own way. */
export type StepRunner = (steps: readonly Step[]) => Promise<void>;

/**
 * Brings a network up, and returns once every organisation's gateway is ready and its transactions would be endorsed.
 * Does only what is missing, so it also heals and upgrades.
 *
 * @throws InvalidConsortium, WrongState, NoFabricBinaries, PortTaken, NodeFailed, TimedOut, Interrupted
 */
export async function up(options: UpOptions = {}): Promise<Consortium> {
  return await upWith((steps) => runSteps(steps, options.onProgress ?? (() => undefined)), options);
}

export async function upWith(
  runner: StepRunner,
  { state, signal = NEVER, ...choice }: StateChoice & ConsortiumChoice & SignalChoice,
): Promise<Consortium> {
  const folder = stateFolder(state);
  return await exclusively(folder, async () => {
    signal.throwIfAborted();
    const { consortium, steps, close } = upSteps(folder, choice, signal);
    try {
      await runner(steps.map((step) => interruptible(step, signal)));
    } finally {
      close();
    }
    return new Consortium(consortium, folder);
  });
}

/**
 * The network of a state folder, whether it runs or not.
 *
 * @throws WrongState when there is none
 */
export function existing({ state }: StateChoice = {}): Consortium {
  const folder = stateFolder(state);
  return new Consortium(existingConsortium(folder), folder);
}

/**
 * Stops all of a network's processes; its state stays.
 *
 * @throws NotDown when a process does not end or a port is not released
 */
export async function down({ state }: StateChoice = {}): Promise<void> {
  const folder = stateFolder(state);
  if (!existsSync(folder.root)) return;
  await exclusively(folder, async () => {
    await stopNetwork(folder);
    const consortium = recordedConsortium(folder);
    if (consortium) await checkPortsReleased(consortium);
  });
}

/** Stops all of a network's processes and removes its state: keys, ledger, everything. */
export async function reset({ state }: StateChoice = {}): Promise<void> {
  const folder = stateFolder(state);
  if (!existsSync(folder.root)) return;
  await exclusively(folder, async () => {
    await stopNetwork(folder);
    rmSync(folder.root, { recursive: true, force: true });
  });
}

/**
 * Seals all keys of one organisation's wallet with another secret. Its gateway must be down.
 *
 * @param organisation name or MSP id
 * @param choice.secretFile has the new secret; default: a random one
 * @returns how many keys were sealed anew
 * @throws GatewayRuns, WalletUnusable, NoToken for an organisation that is not there
 */
export async function changeSecret(
  organisation: string,
  { state, secretFile }: StateChoice & { secretFile?: string | undefined } = {},
): Promise<number> {
  const folder = stateFolder(state);
  const wanted = findOrganisation(existingConsortium(folder), organisation);
  return await exclusively(folder, () => {
    const own = folder.organisation(wanted.name);
    return Promise.resolve(changeWalletSecret(wanted, own, secretFile).length);
  });
}

export async function status({ state }: StateChoice = {}): Promise<NetworkStatus> {
  return await existing({ state }).status();
}

async function runSteps(steps: readonly Step[], onProgress: (progress: Progress) => void): Promise<void> {
  for (const { title, run } of steps) {
    const started = Date.now();
    onProgress({ kind: 'begun', step: title });
    await run((line) => onProgress({ kind: 'said', step: title, line }));
    onProgress({ kind: 'done', step: title, seconds: (Date.now() - started) / 1000 });
  }
}

const NEVER = new AbortController().signal;

/** A step that does not begin once the signal is aborted. */
function interruptible({ title, run }: Step, signal: AbortSignal): Step {
  return {
    title,
    run: (say) => {
      signal.throwIfAborted();
      return run(say);
    },
  };
}

/** One command at a time changes a network. */
async function exclusively<T>(folder: StateFolder, work: () => Promise<T>): Promise<T> {
  const waiting = (holder: number) =>
    console.error(`commonwatt: waiting for process ${holder}, which is changing this network`);
  return await withLock(folder.lockFile, waiting, work);
}
