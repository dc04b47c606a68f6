/** Keeps one organisation's nodes running. */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeJson } from '../atomic-file.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { NODE_TYPES, readNodeSpecs, readRunRecord } from './node-spec.ts';
import type { RunRecord } from './node-spec.ts';
import { identify, isAlive, markedProcesses } from './process-identity.ts';
import { SupervisedNode } from './supervised-node.ts';
import { OperatorError } from '../../network/operator-error.ts';

const LOOK_EVERY_MS = 250;

/** Another supervisor already looks after this organisation. */
export class AlreadySupervised extends OperatorError {
  override readonly name = 'AlreadySupervised';
}

export class Supervisor {
  readonly #folder: OrganisationFolder;
  readonly #log: (line: string) => void;
  readonly #nodes: SupervisedNode[];

  /**
   * Takes over the organisation, and the nodes that an earlier supervisor left running.
   *
   * @throws AlreadySupervised
   */
  constructor(folder: OrganisationFolder, log: (line: string) => void) {
    const other = readRunRecord(folder, 'supervisor');
    if (other && isAlive(other))
      throw new AlreadySupervised(`process ${other.pid} already supervises ${folder.root}`);
    this.#folder = folder;
    this.#log = log;
    const self = identify(process.pid);
    if (!self) throw new Error('this process cannot be identified');
    writeJson(folder.runFile('supervisor'), {
      ...self,
      specDigest: '',
      startedAt: Date.now(),
      starts: 1,
    } satisfies RunRecord);
    const strays = new Map(markedProcesses(folder.root).map(({ mark, identity }) => [mark, identity]));
    this.#nodes = NODE_TYPES.map(
      (type) => new SupervisedNode(type, folder, strays.get(folder.runFile(type)), log),
    );
  }

  /** Supervises until `signal` is aborted, then ends all nodes. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const specs = new Map(readNodeSpecs(this.#folder).map((spec) => [spec.type, spec]));
      for (const node of this.#nodes) node.reconcile(specs.get(node.type));
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
    this.#log('stopping all nodes');
    // The gateway first: it finishes the requests that it has begun, for which it needs the others.
    await this.#nodes.find(({ type }) => type === 'gateway')?.stop();
    await Promise.all(this.#nodes.map((node) => node.stop()));
    rmSync(this.#folder.runFile('supervisor'), { force: true });
    this.#log('stopped');
  }
}

/** Runs a supervisor in this process until it is asked to end by SIGTERM, SIGINT or SIGHUP. */
export async function supervise(folder: OrganisationFolder, log: (line: string) => void): Promise<void> {
  const supervisor = new Supervisor(folder, log);
  const ending = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
  await supervisor.run(ending.signal);
}
