import type { Request, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem } from '../problem/problem.ts';

const WINDOW_MS = 60_000;

/** Counts a request; rejects when its sender has sent too many. Sets the headers `RateLimit` and `RateLimit-Policy`. */
export type RateLimiter = (request: Request, response: Response) => Promise<void>;

/**
 * Limits requests by account, and those without a token by address.
 *
 * @param accountOf undefined for a request without a token
 */
export function rateLimiter(
  requestsPerMinute: number,
  accountOf: (response: Response) => string | undefined,
): RateLimiter {
  const limit = rateLimit({
    windowMs: WINDOW_MS,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'account',
    keyGenerator: (request, response) => accountOf(response) ?? ipKeyGenerator(request.ip ?? ''),
    handler: (_request, response, next) => {
      const detail = `more than ${requestsPerMinute} requests in a minute`;
      const retryAfterSec = Number(response.getHeader('Retry-After'));
      next(new Problem('RATE_LIMITED', detail, { retryAfterSec }));
    },
  });
  return (request, response) =>
    new Promise((resolve, reject) => {
      const next = (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error('the limiter failed', { cause: error }));
      };
      Promise.resolve(limit(request, response, next)).catch(reject);
    });
}
