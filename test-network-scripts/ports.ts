/** Ports that something else holds. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { portsOf } from '../network/consortium.ts';
import type { ConsortiumDefinition } from '../network/consortium.ts';
import type { StateFolder } from './state-folder.ts';
import { markedProcesses } from './supervisor/process-identity.ts';

/** A node cannot listen where the consortium says; the message says who is in the way and what to change. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/**
 * Makes sure that every port of the consortium is free or held by a node of this very network.
 *
 * @throws PortTaken
 */
export async function checkPorts(consortium: ConsortiumDefinition, state: StateFolder): Promise<void> {
  const own = new Set(markedProcesses(`${state.root}/`).map(({ identity }) => identity.pid));
  const problems = await Promise.all(
    consortium.organisations.flatMap((organisation) =>
      portsOf(organisation).map(async ({ port, node, setting }) => {
        if (await isFree(port)) return [];
        const holder = holderOf(port);
        if (holder && own.has(holder.pid)) return [];
        const who = holder ? `process ${holder.pid} (${holder.command})` : 'another process';
        return [
          `  port ${port} of ${node} is taken by ${who}; it is organisations.${organisation.name}.ports.${setting}`,
        ];
      }),
    ),
  );
  const lines = problems.flat();
  if (lines.length === 0) return;
  throw new PortTaken(
    `the network's ports are not free:\n${lines.join('\n')}\n` +
      'Stop those processes, move the ports in network/consortium.yaml, or move all of them with COMMONWATT_PORT_OFFSET (for example 1000).',
  );
}

/** Ports of the consortium that somebody listens on. */
export async function heldPorts(consortium: ConsortiumDefinition): Promise<{ port: number; node: string }[]> {
  const ports = consortium.organisations.flatMap((organisation) => portsOf(organisation));
  const held = await Promise.all(
    ports.map(async ({ port, node }) => ((await isFree(port)) ? [] : [{ port, node }])),
  );
  return held.flat();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The process that listens on a port, as far as /proc tells. */
function holderOf(port: number): { pid: number; command: string } | undefined {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listenersIn(table, port)));
  if (inodes.size === 0) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (!socketsOf(pid).some((inode) => inodes.has(inode))) continue;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return { pid: Number(pid), command: command.slice(0, 120) };
  }
  return undefined;
}

const LISTENING = '0A';

function listenersIn(table: string, port: number): string[] {
  let text: string;
  try {
    text = readFileSync(table, 'utf8');
  } catch {
    return [];
  }
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const fields = line.trim().split(/\s+/);
      return fields[1]?.endsWith(wanted) && fields[3] === LISTENING && fields[9] ? [fields[9]] : [];
    });
}

function socketsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap(
      (fd) => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [],
    );
  } catch {
    return []; // gone meanwhile, or another user's
  }
}
