/** A node as its organisation wants it to run, and as it does run. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { readJson, writeJson } from '../atomic-file.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import type { ProcessIdentity } from './process-identity.ts';

export const NODE_TYPES = ['ca', 'orderer', 'peer', 'chaincode', 'gateway'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** Changing any part of it makes the supervisor restart the node. */
export type NodeSpec = {
  type: NodeType;
  command: string;
  args: string[];
  /** The whole environment, save for the mark. */
  env: Record<string, string>;
  cwd: string;
  /** The port that clients use. */
  port: number;
  /** Answers 200 over HTTP when the node is healthy; without it, accepting connections on `port` is enough. */
  healthUrl?: string;
  /** How long a node that has died is left dead, if not the shortest time that is usual. */
  restartAfterMs?: number;
  /** Changes when what the command reads changed in a way that needs a restart. */
  revision?: string;
};

/** What the supervisor knows about a process it started. */
export type RunRecord = ProcessIdentity & {
  specDigest: string;
  /** Epoch milliseconds. */
  startedAt: number;
  /** Starts since the supervisor took over or the node was last changed. */
  starts: number;
};

export function specDigest(spec: NodeSpec): string {
  return createHash('sha256').update(JSON.stringify(spec)).digest('hex');
}

export function writeNodeSpec(folder: OrganisationFolder, spec: NodeSpec): void {
  if (JSON.stringify(readNodeSpec(folder, spec.type)) === JSON.stringify(spec)) return;
  writeJson(folder.nodeFile(spec.type), spec);
}

export function readNodeSpec(folder: OrganisationFolder, type: NodeType): NodeSpec | undefined {
  return readJson(folder.nodeFile(type)) as NodeSpec | undefined;
}

/** All nodes that the organisation wants to run, in the order of NODE_TYPES. */
export function readNodeSpecs(folder: OrganisationFolder): NodeSpec[] {
  let names: string[];
  try {
    names = readdirSync(folder.nodesDir);
  } catch {
    return [];
  }
  const present = new Set(names.map((name) => basename(name, '.json')));
  return NODE_TYPES.filter((type) => present.has(type)).flatMap((type) => readNodeSpec(folder, type) ?? []);
}

export function readRunRecord(
  folder: OrganisationFolder,
  node: NodeType | 'supervisor',
): RunRecord | undefined {
  return readJson(folder.runFile(node)) as RunRecord | undefined;
}
