/** Ports that something else holds. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { portsOf } from '../network/consortium.ts';
import type { ConsortiumDefinition } from '../network/consortium.ts';
import type { StateFolder } from './state-folder.ts';
import { markedProcesses } from './supervisor/process-identity.ts';
import { OperatorError } from '../network/operator-error.ts';

/** A node cannot listen where the consortium says; the message says who is in the way and what to change. */
export class PortTaken extends OperatorError {
  override readonly name = 'PortTaken';
}

/**
 * Makes sure that every port of the consortium is free or held by a node of this very network.
 *
 * @throws PortTaken
 */
export async function checkPorts(consortium: ConsortiumDefinition, state: StateFolder): Promise<void> {
  const lines = await whatRemains(() => intruders(consortium, state));
  if (lines.length === 0) return;
  throw new PortTaken(
    `the network's ports are not free:\n${lines.join('\n')}\n` +
      'Stop those processes, move the ports in network/consortium.yaml, or move all of them with COMMONWATT_PORT_OFFSET (for example 1000).',
  );
}

/** A process that was killed still holds its ports for a moment. */
const RELEASED_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** Looks again and again until nothing is found any more, and returns what there still is after five seconds. */
export async function whatRemains<T>(look: () => Promise<T[]>): Promise<T[]> {
  const deadline = Date.now() + RELEASED_WITHIN_MS;
  for (;;) {
    const found = await look();
    if (found.length === 0 || Date.now() > deadline) return found;
    await sleep(LOOK_EVERY_MS);
  }
}

/** One line for each port that a process which is not of this network holds. */
async function intruders(consortium: ConsortiumDefinition, state: StateFolder): Promise<string[]> {
  const taken = await heldPorts(consortium);
  if (taken.length === 0) return [];
  const own = new Set(markedProcesses(`${state.root}/`).map(({ identity }) => identity.pid));
  const holders = portHolders();
  return taken.flatMap(({ port, node, setting }) => {
    const holder = holders.get(port);
    if (holder && own.has(holder.pid)) return [];
    const who = holder ? `process ${holder.pid} (${holder.command})` : 'another process';
    return [`  port ${port} of ${node} is taken by ${who}; it is ${setting}`];
  });
}

/** Ports of the consortium that somebody listens on. */
export async function heldPorts(
  consortium: ConsortiumDefinition,
): Promise<{ port: number; node: string; setting: string }[]> {
  const ports = consortium.organisations.flatMap((organisation) =>
    portsOf(organisation).map((entry) => ({
      ...entry,
      setting: `ports.${entry.setting} of organisation ${organisation.name}`,
    })),
  );
  const held = await Promise.all(ports.map(async (entry) => ((await isFree(entry.port)) ? [] : [entry])));
  return held.flat();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

type Holder = { pid: number; command: string };

/** Which process listens on which port of this machine, as far as /proc tells. */
function portHolders(): Map<number, Holder> {
  const ports = new Map(['/proc/net/tcp', '/proc/net/tcp6'].flatMap(listeningSockets));
  const holders = new Map<number, Holder>();
  if (ports.size === 0) return holders;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const socket of socketsOf(pid)) {
      const port = ports.get(socket);
      if (port !== undefined) holders.set(port, { pid: Number(pid), command: commandOf(pid) });
    }
  }
  return holders;
}

const LISTENING = '0A';
const HEXADECIMAL = 16;

/** Socket number and port of each listening socket in one of the kernel's tables. */
function listeningSockets(table: string): [string, number][] {
  return readText(table)
    .split('\n')
    .slice(1)
    .flatMap((line): [string, number][] => {
      const [, local, , state, , , , , , socket] = line.trim().split(/\s+/);
      const port = local?.split(':')[1];
      return state === LISTENING && port && socket ? [[socket, Number.parseInt(port, HEXADECIMAL)]] : [];
    });
}

function socketsOf(pid: string): string[] {
  try {
    const links = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
  } catch {
    return []; // gone meanwhile, or another user's
  }
}

const LONGEST_COMMAND = 120;

function commandOf(pid: string): string {
  return readText(`/proc/${pid}/cmdline`).split('\0').join(' ').trim().slice(0, LONGEST_COMMAND);
}

/** Empty when it cannot be read: the process is gone, or there is no /proc. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
