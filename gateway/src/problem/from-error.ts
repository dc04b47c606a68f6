import { DomainError } from '@commonwatt/chaincode/domain';
import type { z } from 'zod';
import { BusinessError, TooManyPending, Unavailable } from '../fabric/errors.ts';
import { isLostConnection } from '../read-model/lost-connection.ts';
import { CursorInvalid } from '../read-model/page.ts';
import { Problem } from './problem.ts';

const LOST_RETRY_SEC = 2;

/**
 * The problem that an error is to the client. What nobody foresaw becomes INTERNAL, whose detail says nothing about
 * the inside; the error itself is the problem's cause, for the log.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof BusinessError || error instanceof DomainError)
    return new Problem(error.code, error.detail);
  if (error instanceof Unavailable) {
    return new Problem('UNAVAILABLE', error.message, { retryAfterSec: error.retryAfterSec, cause: error });
  }
  if (error instanceof TooManyPending)
    return new Problem('PENDING_LIMIT_REACHED', error.message, { retryAfterSec: error.retryAfterSec });
  if (error instanceof CursorInvalid) return new Problem('CURSOR_INVALID', error.message);
  if (isLostConnection(error)) {
    const more = { retryAfterSec: LOST_RETRY_SEC, cause: error };
    return new Problem('UNAVAILABLE', 'what the gateway depends on cannot be reached', more);
  }
  return ofHttpError(error) ?? new Problem('INTERNAL', 'unexpected failure', { cause: error });
}

/** Errors of Express and its body parser carry a status, and mostly a type. */
function ofHttpError(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  if (error.status < 400 || error.status >= 500) return undefined;
  switch (error.status) {
    case 413:
      return new Problem('BODY_TOO_LARGE', 'the body is over the limit');
    case 415:
      return new Problem('CONTENT_TYPE_UNSUPPORTED', 'character set or content encoding not taken');
    default:
      return new Problem('REQUEST_MALFORMED', 'the request cannot be read');
  }
}

/** REQUEST_MALFORMED with one entry for each broken rule; `part` is `body`, `query` or `path`. */
export function malformed(part: string, error: z.ZodError): Problem {
  const errors = error.issues.slice(0, MAX_ERRORS).map((issue) => ({
    path: [part, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }));
  const [first] = errors;
  const detail = first === undefined ? `${part} is invalid` : `${first.path}: ${first.message}`;
  return new Problem('REQUEST_MALFORMED', detail, { errors });
}

/** A list of a hundred wrong items needs no hundred explanations. */
const MAX_ERRORS = 20;
