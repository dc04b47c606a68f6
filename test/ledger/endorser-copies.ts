import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { COPY_SURROUNDINGS } from './copy-surroundings.ts';
import type { CopyAnswer, CopyRequest } from './copy-protocol.ts';
import { Endorser, type Endorsement, type EndorsementRequest } from './endorser.ts';
import { withoutNewErrorListeners } from './process-listeners.ts';
import type { CommittedWrite, WorldState } from './world-state.ts';

/** The endorsing peers of one ledger. */
export interface EndorserCopies {
  readonly count: number;
  /** @throws Error if the copy could not execute at all. */
  endorse(copy: number, request: EndorsementRequest): Promise<Endorsement>;
  commit(block: number, writes: readonly CommittedWrite[]): void;
  close(): void;
}

/** One endorser in this process, on the ledger's own state: fast, and blind to what depends on the surroundings. */
export async function localCopy(
  folder: string,
  chaincodeName: string,
  state: WorldState,
): Promise<EndorserCopies> {
  const endorser = await withoutNewErrorListeners(() => Endorser.load(folder, chaincodeName));
  return {
    count: 1,
    endorse: (_copy, request) => endorser.endorse(request, state),
    commit: () => undefined,
    close: () => undefined,
  };
}

/** Endorsers in child processes with different surroundings; started once for each chaincode and shared by ledgers. */
export function copyProcesses(folder: string, chaincodeName: string): EndorserCopies {
  const ledger = nextLedger();
  const copies = COPY_SURROUNDINGS.map((_, copy) => CopyProcess.shared(resolve(folder), chaincodeName, copy));
  for (const copy of copies) copy.send({ type: 'open', ledger });
  return {
    count: copies.length,
    endorse: (copy, request) => {
      const chosen = copies[copy];
      if (chosen === undefined) throw new RangeError(`there is no copy ${copy}`);
      return chosen.endorse(ledger, request);
    },
    commit: (block, writes) => copies.forEach((copy) => copy.send({ type: 'commit', ledger, block, writes })),
    close: () => copies.forEach((copy) => copy.send({ type: 'close', ledger })),
  };
}

let ledgers = 0;
const nextLedger = (): number => (ledgers += 1);

interface PendingCall {
  readonly resolve: (endorsement: Endorsement) => void;
  readonly reject: (error: Error) => void;
}

/** This process's end of one copy. */
class CopyProcess {
  static readonly #running = new Map<string, CopyProcess>();

  readonly #child: ChildProcess;
  readonly #calls = new Map<number, PendingCall>();
  readonly #description: string;
  #lastCall = 0;

  private constructor(folder: string, chaincodeName: string, copy: number, onExit: () => void) {
    const program = fileURLToPath(new URL('copy-process.ts', import.meta.url));
    this.#child = fork(program, [folder, chaincodeName, String(copy)], {
      env: { ...process.env, ...COPY_SURROUNDINGS[copy]?.env },
      // Buffers stay buffers.
      serialization: 'advanced',
      execArgv: [],
    });
    this.#child.on('message', (answer) => this.#receive(answer as CopyAnswer));
    this.#description = `copy ${copy} of the chaincode in ${folder}`;
    this.#child.on('exit', () => {
      onExit();
      this.#fail(this.#ended());
    });
    // An idle copy must not keep a finished test run alive; it ends with this process.
    this.#child.unref();
    this.#child.channel?.unref();
  }

  static shared(folder: string, chaincodeName: string, copy: number): CopyProcess {
    const key = JSON.stringify([folder, chaincodeName, copy]);
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const started = new CopyProcess(folder, chaincodeName, copy, () => this.#running.delete(key));
    this.#running.set(key, started);
    return started;
  }

  /** A copy that has ended hears nothing, and the next `endorse` says so. */
  send(request: CopyRequest): void {
    if (this.#child.connected) this.#child.send(request);
  }

  endorse(ledger: number, request: EndorsementRequest): Promise<Endorsement> {
    if (!this.#child.connected) return Promise.reject(this.#ended());
    this.#lastCall += 1;
    const call = this.#lastCall;
    if (this.#calls.size === 0) this.#child.channel?.ref();
    return new Promise((resolve, reject) => {
      this.#calls.set(call, { resolve, reject });
      this.send({ type: 'endorse', ledger, call, request });
    });
  }

  #receive(answer: CopyAnswer): void {
    const pending = this.#calls.get(answer.call);
    this.#calls.delete(answer.call);
    if (this.#calls.size === 0) this.#child.channel?.unref();
    if ('endorsement' in answer) pending?.resolve(answer.endorsement);
    else pending?.reject(new Error(answer.error));
  }

  #ended(): Error {
    const { exitCode, signalCode } = this.#child;
    return new Error(`${this.#description} ended (${String(signalCode ?? exitCode ?? 'disconnected')})`);
  }

  #fail(error: Error): void {
    for (const pending of this.#calls.values()) pending.reject(error);
    this.#calls.clear();
  }
}
