import type { components } from './openapi.ts';

export type ProblemDetails = components['schemas']['Problem'];
/** Every code that a gateway answers. */
export type Code = ProblemDetails['code'];

/** The gateway refused a request, or could not carry it out; `code` says why. */
export class ProblemError extends Error {
  readonly code: Code;
  readonly status: number;
  readonly detail: string;
  /** The whole answer. */
  readonly problem: ProblemDetails;
  /** When the same request may come again, from the answer on; 0 when the gateway does not say. */
  readonly retryAfterMs: number;

  constructor(problem: ProblemDetails, waitMs = 0) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.problem = problem;
    this.retryAfterMs = waitMs;
  }
}

const MS_PER_SECOND = 1000;

/** What `Retry-After` says; 0 without the header, and for a date, which a gateway never gives. */
export function retryAfterMs({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? seconds * MS_PER_SECOND : 0;
}

/** No answer came within the client's patience; what became of the request is open. */
export class Unanswered extends Error {
  constructor(request: string, options?: ErrorOptions) {
    super(`${request} was not answered in time`, options);
    this.name = 'Unanswered';
  }
}
