/**
 * Which process a pid means. Pids are reused, so a pid alone is never enough to signal a process: only together with
 * the time it was started.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

export type ProcessIdentity = { pid: number; startTime: string };

/** Every process of the network carries this variable: which node of which state folder it is, or what it builds. */
export const NODE_MARK = 'COMMONWATT_NODE';

const HAS_PROC = existsSync('/proc/self/stat');
const BOOT = HAS_PROC ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : 'boot';

/** The living process with this pid; undefined when there is none, or only its zombie. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startTime = HAS_PROC ? startTimeFromProc(pid) : startTimeFromPs(pid);
  return startTime === undefined ? undefined : { pid, startTime };
}

/** Whether exactly this process still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startTime === identity.startTime;
}

/** Signals exactly this process; false when it is gone. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** All processes whose mark starts with `prefix`, by mark. Empty on systems without /proc. */
export function markedProcesses(prefix: string): { mark: string; identity: ProcessIdentity }[] {
  if (!HAS_PROC) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const mark = markOf(name);
      const identity = mark?.startsWith(prefix) ? identify(Number(name)) : undefined;
      return mark !== undefined && identity ? [{ mark, identity }] : [];
    });
}

function markOf(pid: string): string | undefined {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
    const entry = environment.split('\0').find((line) => line.startsWith(`${NODE_MARK}=`));
    return entry?.slice(NODE_MARK.length + 1);
  } catch {
    return undefined; // gone meanwhile, or another user's
  }
}

function startTimeFromProc(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the command in brackets and may itself contain brackets and blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  return state === 'Z' || state === 'X' || startTicks === undefined ? undefined : `${BOOT}:${startTicks}`;
}

function startTimeFromPs(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...started] = stdout.trim().split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : started.join(' ');
}
