/** Whether a node answers. */
import { request } from 'node:http';
import { connect } from 'node:net';

const ANSWER_TIMEOUT_MS = 2_000;

export type HttpAnswer = { status: number; body: string };

/** One GET over plain HTTP, without keeping the connection. Undefined when there is no answer. */
export function httpGet(url: string, timeoutMs = ANSWER_TIMEOUT_MS): Promise<HttpAnswer | undefined> {
  return new Promise((resolve) => {
    const call = request(url, { agent: false, timeout: timeoutMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve(undefined));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(undefined));
    call.end();
  });
}

/** Whether something accepts connections on a port of this machine. */
export function accepts(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: ANSWER_TIMEOUT_MS });
    const done = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.on('connect', () => done(true));
    socket.on('timeout', () => done(false));
    socket.on('error', () => done(false));
  });
}

/** A node's health: what its health page says or, where it has none, whether it accepts connections. */
export async function isHealthy({ port, healthUrl }: { port: number; healthUrl?: string }): Promise<boolean> {
  return healthUrl === undefined ? await accepts(port) : (await httpGet(healthUrl))?.status === 200;
}
