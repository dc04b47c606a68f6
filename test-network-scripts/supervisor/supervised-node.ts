/** One node under supervision: started when it should run and does not, stopped when it should not. */
import { spawn } from 'node:child_process';
import { closeSync, rmSync } from 'node:fs';
import { writeJson } from '../atomic-file.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { openLog } from './log-file.ts';
import { readRunRecord, specDigest } from './node-spec.ts';
import type { NodeSpec, NodeType, RunRecord } from './node-spec.ts';
import { NODE_MARK, identify, isAlive } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { stopProcess } from './stop-process.ts';

const FIRST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 5_000;
/** After this long without dying, a node counts as well again. */
const HEALTHY_AFTER_MS = 60_000;

export class SupervisedNode {
  readonly type: NodeType;
  readonly #folder: OrganisationFolder;
  readonly #log: (line: string) => void;
  #record: RunRecord | undefined;
  /** Deaths and failed starts in a row. */
  #failures = 0;
  #notBefore = 0;
  #starts = 0;
  #stopping: Promise<void> | undefined;

  /** @param stray a process of this node that no record names: its supervisor died between starting and noting it */
  constructor(
    type: NodeType,
    folder: OrganisationFolder,
    stray: ProcessIdentity | undefined,
    log: (line: string) => void,
  ) {
    this.type = type;
    this.#folder = folder;
    this.#log = log;
    const record = readRunRecord(folder, type);
    if (record && isAlive(record)) this.#record = record;
    else if (stray) this.#record = { ...stray, specDigest: 'unknown', startedAt: 0, starts: 0 };
    if (this.#record) log(`${type}: adopted process ${this.#record.pid}`);
  }

  /** Brings the node a step nearer to what it should be. Called again and again. */
  reconcile(spec: NodeSpec | undefined): void {
    if (this.#stopping) return;
    this.#noteDeath(spec);
    const outdated = this.#record !== undefined && (!spec || this.#record.specDigest !== specDigest(spec));
    if (outdated) {
      this.#log(`${this.type}: ${spec ? 'settings changed' : 'no longer wanted'}`);
      this.#failures = 0;
      this.#starts = 0;
      void this.stop();
    } else if (!this.#record && spec && Date.now() >= this.#notBefore) {
      this.#start(spec);
    }
  }

  /** Ends the node: politely, and by force when that takes too long. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop().finally(() => (this.#stopping = undefined));
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    const record = this.#record;
    if (!record) return;
    await stopProcess(record);
    this.#log(`${this.type}: stopped process ${record.pid}`);
    this.#record = undefined;
    this.#notBefore = 0;
    rmSync(this.#folder.runFile(this.type), { force: true });
  }

  #noteDeath(spec: NodeSpec | undefined): void {
    if (!this.#record || isAlive(this.#record)) return;
    const { pid, startedAt } = this.#record;
    this.#record = undefined;
    if (Date.now() - startedAt > HEALTHY_AFTER_MS) this.#failures = 0;
    const delayMs = this.#delayNextStart(spec);
    this.#log(`${this.type}: process ${pid} died; starting it again in ${delayMs} ms`);
  }

  /** Longer after each failure in a row. */
  #delayNextStart(spec: NodeSpec | undefined): number {
    const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** this.#failures, LONGEST_BACKOFF_MS);
    const delayMs = Math.max(backoffMs, spec?.restartAfterMs ?? 0);
    this.#failures += 1;
    this.#notBefore = Date.now() + delayMs;
    return delayMs;
  }

  #start(spec: NodeSpec): void {
    const log = openLog(this.#folder.logFile(this.type));
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: { ...spec.env, [NODE_MARK]: this.#folder.runFile(this.type) },
      // A session of its own: a Ctrl-C in the terminal of the supervisor must not reach it.
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    child.on('error', (error) => this.#log(`${this.type}: cannot be started: ${error.message}`));
    this.#starts += 1;
    const identity = child.pid === undefined ? undefined : identify(child.pid);
    if (!identity) {
      this.#delayNextStart(spec);
      return;
    }
    this.#record = { ...identity, specDigest: specDigest(spec), startedAt: Date.now(), starts: this.#starts };
    writeJson(this.#folder.runFile(this.type), this.#record);
    this.#log(`${this.type}: started process ${identity.pid}`);
  }
}
