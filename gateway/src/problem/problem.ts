import { z } from 'zod';
import { CODES, statusOf, type Code } from './code.ts';

/** One place of the request that is wrong: path into body, query, or path parameters. */
export const requestError = z.strictObject({ path: z.string(), message: z.string() });
export type RequestError = z.infer<typeof requestError>;

/** RFC 9457 problem details. */
export const problemDetails = z.strictObject({
  type: z.string().describe('`urn:commonwatt:problem:<code>`'),
  title: z.string().describe('What the code means'),
  status: z.int(),
  code: z.enum(Object.keys(CODES) as [Code, ...Code[]]),
  detail: z.string(),
  requestId: z.string().describe('Finds the request in the log of the gateway'),
  operation: z.string().optional().describe('Id of the operation that failed'),
  errors: z.array(requestError).optional(),
});
export type ProblemDetails = z.infer<typeof problemDetails>;

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

interface Extras {
  readonly errors?: readonly RequestError[];
  readonly operation?: string;
  readonly retryAfterSec?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request that cannot be answered; thrown anywhere below a route, presented as problem details. */
export class Problem extends Error {
  readonly code: Code;
  readonly detail: string;
  readonly status: number;
  readonly errors: readonly RequestError[] | undefined;
  readonly operation: string | undefined;
  /** Headers that go with it, for instance `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: Code, detail: string, extras: Extras = {}) {
    super(`${code}: ${detail}`, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
    this.status = statusOf(code);
    this.errors = extras.errors;
    this.operation = extras.operation;
    this.headers = {
      ...(MAY_COME_AGAIN.has(this.status) && {
        'Retry-After': String(extras.retryAfterSec ?? DEFAULT_RETRY_AFTER_SEC),
      }),
      ...extras.headers,
    };
  }

  toDetails(requestId: string): ProblemDetails {
    return {
      type: `urn:commonwatt:problem:${this.code}`,
      title: CODES[this.code],
      status: this.status,
      code: this.code,
      detail: this.detail,
      requestId,
      ...(this.operation !== undefined && { operation: this.operation }),
      ...(this.errors !== undefined && { errors: [...this.errors] }),
    };
  }
}

const DEFAULT_RETRY_AFTER_SEC = 2;
/** Statuses of requests that may be sent again as they are. */
const MAY_COME_AGAIN: ReadonlySet<number> = new Set([429, 503]);
