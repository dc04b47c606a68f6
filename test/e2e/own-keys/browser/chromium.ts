/** Debian's chromium without a window, spoken to in its DevTools protocol. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];
const START_MS = 60_000;
const POLL_MS = 50;

/** The browser of this machine; undefined when it has none. */
export function findChromium(): string | undefined {
  return PROGRAMS.find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0);
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

/** One page of a browser of its own. */
export class BrowserPage {
  readonly #browser: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #session: string;
  readonly #waiting: Waiting;

  private constructor(
    browser: ChildProcess,
    profile: string,
    socket: WebSocket,
    waiting: Waiting,
    session: string,
  ) {
    this.#browser = browser;
    this.#profile = profile;
    this.#socket = socket;
    this.#waiting = waiting;
    this.#session = session;
  }

  static async open(program: string, url: string): Promise<BrowserPage> {
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    // The page is the test's own, and tests may run as a user for whom the sandbox does not work.
    const flags = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--remote-debugging-port=0',
    ];
    const browser = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const socket = new WebSocket(await addressOf(browser));
    await once(socket, 'open');
    const waiting = new Waiting(socket);
    const { targetId } = (await waiting.call('Target.createTarget', { url })) as { targetId: string };
    const attached = await waiting.call('Target.attachToTarget', { targetId, flatten: true });
    const { sessionId } = attached as { sessionId: string };
    return new BrowserPage(browser, profile, socket, waiting, sessionId);
  }

  /** Waits until an expression is true in the page; while it loads, it may end what was asked of it. */
  async until(expression: string): Promise<void> {
    const deadline = Date.now() + START_MS;
    const isSo = () => this.evaluate(expression).catch(() => false);
    while ((await isSo()) !== true) {
      if (Date.now() > deadline) throw new Error(`${expression} did not come true`);
      await pause(POLL_MS);
    }
  }

  /** What an expression comes to in the page, once its promise is kept. @throws Error of the page */
  async evaluate(expression: string): Promise<unknown> {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const answer = (await this.#waiting.call('Runtime.evaluate', params, this.#session)) as Evaluated;
    const { result, exceptionDetails } = answer;
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async close(): Promise<void> {
    const ended = once(this.#browser, 'exit');
    await this.#waiting.call('Browser.close', {});
    await ended;
    this.#socket.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Calls of the protocol that have no answer yet. */
class Waiting {
  readonly #socket: WebSocket;
  readonly #calls = new Map<number, PromiseWithResolvers<unknown>>();
  #last = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = JSON.parse(String(data)) as Message;
      const call = this.#calls.get(id ?? NaN);
      if (error === undefined) call?.resolve(result);
      else call?.reject(new Error(error.message));
    });
  }

  call(method: string, params: object, sessionId?: string): Promise<unknown> {
    this.#last += 1;
    const call = Promise.withResolvers<unknown>();
    this.#calls.set(this.#last, call);
    this.#socket.send(JSON.stringify({ id: this.#last, method, params, ...(sessionId && { sessionId }) }));
    return call.promise;
  }
}

/** The address of the protocol, which the browser writes when it is ready. */
async function addressOf(browser: ChildProcess): Promise<string> {
  if (browser.stderr === null) throw new Error('the browser says nothing');
  const lines = createInterface({ input: browser.stderr });
  const timer = setTimeout(() => lines.close(), START_MS);
  try {
    for await (const line of lines) {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address !== undefined) return address;
    }
  } finally {
    clearTimeout(timer);
    browser.stderr.resume();
  }
  throw new Error('the browser did not start');
}
