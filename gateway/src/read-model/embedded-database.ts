import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

// PostgreSQL's interpreter of expressions is one function of 100 kB of WebAssembly, for which V8's optimising compiler takes
// 600 MB of memory and seconds of time after each start. Queries take about a third more of the processor without it.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');

/** Rows of a statement, and how many it touched. */
export interface StatementResult {
  readonly rows: unknown[];
  readonly affectedRows: number;
}

/** What the worker is asked. */
export type WorkerRequest =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly id: number; readonly close: true };

/** What it answers; errors keep PostgreSQL's SQLSTATE. */
export type WorkerAnswer =
  | { readonly id: number; readonly result: StatementResult }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string | undefined } };

/** PostgreSQL refused a statement; `code` is its SQLSTATE. */
export class StatementError extends Error {
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined) {
    super(message);
    this.name = 'StatementError';
    this.code = code;
  }
}

interface Waiting {
  readonly resolve: (result: StatementResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * PostgreSQL (PGlite) in a thread of its own, so that no statement holds up the event loop that serves requests. It is
 * one session: statements run in the order of their calls, and whoever needs a transaction keeps others away.
 */
export class EmbeddedDatabase {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onLost: (error: Error) => void;
  #lastId = 0;
  #failure: Error | undefined;
  #isClosing = false;

  /**
   * @param directory folder of the data; undefined keeps them in memory
   * @param onLost called when the thread ends although nobody closed it: it never comes back
   */
  constructor(directory: string | undefined, onLost: (error: Error) => void = () => undefined) {
    this.#onLost = onLost;
    this.#worker = new Worker(new URL('./embedded-database-worker.ts', import.meta.url), {
      workerData: { directory },
      // MiB: statements and rows on their way; the database's own memory is WebAssembly's.
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 },
    });
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the embedded database has ended')));
  }

  /** @throws StatementError */
  query(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    return this.#ask((id) => ({ id, sql, parameters }));
  }

  /** Writes everything to disk and ends the thread. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#failure === undefined) await this.#ask((id) => ({ id, close: true }));
    await this.#worker.terminate();
  }

  #ask(request: (id: number) => WorkerRequest): Promise<StatementResult> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#lastId += 1;
      this.#waiting.set(this.#lastId, { resolve, reject });
      this.#worker.postMessage(request(this.#lastId));
    });
  }

  #settle(answer: WorkerAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('result' in answer) waiting?.resolve(answer.result);
    else waiting?.reject(new StatementError(answer.error.message, answer.error.code));
  }

  #fail(error: Error): void {
    // The error of a thread comes before its end.
    const isFirst = this.#failure === undefined;
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
    if (isFirst && !this.#isClosing) this.#onLost(error);
  }
}
