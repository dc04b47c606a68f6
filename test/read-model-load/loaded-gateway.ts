import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { GATEWAY_MEMORY } from '../../test-network-scripts/organisation/gateway-memory.ts';
import type { Order, Report, Setting } from './messages.ts';

const MS_PER_SECOND = 1000;

/** The gateway's process, and requests to it over connections that stay open. */
export class LoadedGateway {
  readonly projectionSec: number;
  readonly projectionMegabytes: number;
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #token: string;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(child: ChildProcess, ready: Extract<Report, { url: string }>) {
    this.#child = child;
    this.#url = ready.url;
    this.#token = ready.token;
    this.projectionSec = ready.projectionSec;
    this.projectionMegabytes = ready.megabytes;
  }

  static async start(setting: Setting, say: (line: string) => void): Promise<LoadedGateway> {
    const child = fork(join(import.meta.dirname, 'server.ts'), [JSON.stringify(setting)], {
      // As the supervisor starts one.
      execArgv: [...GATEWAY_MEMORY.args],
      env: { ...process.env, ...GATEWAY_MEMORY.env, NODE_ENV: 'production' },
    });
    for (;;) {
      const report = await nextReport(child);
      if ('url' in report) return new LoadedGateway(child, report);
      if ('projected' in report) say(`${report.projected} of ${report.of} blocks projected`);
    }
  }

  /** Peak resident memory so far, MiB. */
  async megabytes(): Promise<number> {
    const report = await this.#order({ memory: true });
    return 'megabytes' in report ? report.megabytes : NaN;
  }

  /** Has a body answered from memory as `/v1/bare/{name}`. */
  async keep(name: string, body: unknown): Promise<void> {
    await this.#order({ keep: name, body });
  }

  async page(path: string): Promise<{ items: unknown[]; next: string | null }> {
    return JSON.parse((await this.#send(path)).toString()) as { items: unknown[]; next: string | null };
  }

  /** Milliseconds from sending to the last byte. */
  async time(path: string): Promise<number> {
    const sent = performance.now();
    await this.#send(path);
    return performance.now() - sent;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    const exit = once(this.#child, 'exit');
    this.#child.disconnect();
    await exit;
  }

  async #order(order: Order): Promise<Report> {
    const answer = nextReport(this.#child);
    this.#child.send(order);
    return answer;
  }

  #send(path: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${this.#token}` };
      const sent = request(`${this.#url}${path}`, { agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`${path}: ${response.statusCode ?? 0} ${body.toString()}`));
        });
      });
      sent.setTimeout(60 * MS_PER_SECOND, () => sent.destroy(new Error(`${path}: no answer`)));
      sent.on('error', reject);
      sent.end();
    });
  }
}

async function nextReport(child: ChildProcess): Promise<Report> {
  const end = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: end.signal }).then(([report]) => report as Report),
      once(child, 'exit', { signal: end.signal }).then(([code]) => {
        throw new Error(`the gateway's process ended with ${String(code)}`);
      }),
    ]);
  } finally {
    end.abort();
  }
}
