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

  constructor(problem: ProblemDetails) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.problem = problem;
  }
}

/** No answer came within the client's patience; what became of the request is open. */
export class Unanswered extends Error {
  constructor(request: string, options?: ErrorOptions) {
    super(`${request} was not answered in time`, options);
    this.name = 'Unanswered';
  }
}
