/** `logs`: the end of the nodes' logs, and what is added to them. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { existing } from './index.ts';
import { WrongState } from './network-state.ts';
import { NODE_TYPES } from './supervisor/node-spec.ts';

const LOOK_EVERY_MS = 300;

type Log = { node: string; file: string };

/** @param node such as `peer.riverside`; all when absent */
export async function printLogs(
  node: string | undefined,
  { follow, lines }: { follow?: boolean; lines: number },
): Promise<void> {
  const logs = allLogs().filter((log) => node === undefined || log.node === node.toLowerCase());
  if (logs.length === 0)
    throw new WrongState(
      `there is no node ${String(node)}; there are ${allLogs()
        .map((log) => log.node)
        .join(', ')}`,
    );
  const print = ({ node: name }: Log, text: string) => {
    const prefix = logs.length > 1 ? `${name.padEnd(22)} ` : '';
    for (const line of text.split('\n').filter(Boolean)) console.log(`${prefix}${line}`);
  };
  const positions = new Map<string, number>();
  for (const log of logs) {
    const content = readIfThere(log.file);
    positions.set(log.file, content.length);
    print(log, content.toString().trimEnd().split('\n').slice(-lines).join('\n'));
  }
  while (follow) {
    await sleep(LOOK_EVERY_MS);
    for (const log of logs) print(log, await grownBy(log.file, positions));
  }
}

function allLogs(): Log[] {
  const { definition, state } = existing();
  return definition.organisations.flatMap(({ name }) =>
    ['supervisor', ...NODE_TYPES].map((type) => ({
      node: `${type}.${name.toLowerCase()}`,
      file: state.organisation(name).logFile(type),
    })),
  );
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** What was added since the last look; everything when the log was begun anew. */
async function grownBy(file: string, positions: Map<string, number>): Promise<string> {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const position = positions.get(file) ?? 0;
  const start = size < position ? 0 : position;
  positions.set(file, size);
  if (size === start) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { start, end: size - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
