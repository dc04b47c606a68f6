import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { publicLookup, urlProblem } from './webhook-address.ts';

/** For connection, request and answer together. */
const TIMEOUT_MS = 10_000;

export interface Posted {
  /** HTTP status; null without an answer. */
  readonly status: number | null;
  readonly error: string | null;
}

/**
 * HMAC-SHA256 under the webhook's secret, hex.
 *
 * @param timestamp epoch seconds; signed as `<timestamp>.<body>`, so that an old delivery cannot be passed off as new
 */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** Sends a signed body. Redirects are not followed, and what is answered besides the status is not read. `stopping` breaks it off. */
export async function postSigned(
  { url, secret, allowPrivate }: { url: string; secret: string; allowPrivate: boolean },
  body: string,
  stopping: AbortSignal,
): Promise<Posted> {
  const problem = urlProblem(url, allowPrivate);
  if (problem !== undefined) return { status: null, error: 'ADDRESS_REFUSED' };
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'User-Agent': 'commonwatt-gateway',
    'Commonwatt-Signature': `t=${timestamp},v1=${signatureOf(secret, timestamp, body)}`,
  };
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT_MS)]);
  const options = { method: 'POST', headers, signal, agent: false as const };
  try {
    const status = await new Promise<number>((resolve, reject) => {
      const send = url.startsWith('https:') ? requestHttps : requestHttp;
      send(url, allowPrivate ? options : { ...options, lookup: publicLookup }, (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      })
        .on('error', reject)
        .end(body);
    });
    return { status, error: status >= 200 && status < 300 ? null : 'STATUS' };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return { status: null, error: signal.aborted ? 'TIMEOUT' : typeof code === 'string' ? code : 'FAILED' };
  }
}
