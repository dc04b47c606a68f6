import { ERROR_CODES, type ErrorCode } from '@commonwatt/chaincode/domain';

/** The ledger refused a command for a reason of the domain: the client's to solve. */
export class BusinessError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;

  constructor(code: ErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'BusinessError';
    this.code = code;
    this.detail = detail;
  }
}

/** The network or this gateway cannot do it now; nothing was written, and the same request may come again. */
export class Unavailable extends Error {
  readonly retryAfterSec: number;

  constructor(message: string, retryAfterSec: number, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unavailable';
    this.retryAfterSec = retryAfterSec;
  }
}

/** The account has as many commands under way as it may have; nothing was done. */
export class TooManyPending extends Error {
  readonly retryAfterSec: number;

  constructor(message: string, retryAfterSec: number) {
    super(message);
    this.name = 'TooManyPending';
    this.retryAfterSec = retryAfterSec;
  }
}

const CONFLICT_RETRY_SEC = 1;

/** The proposal met a change of the ledger that not all endorsers had seen, or that came first: a new one may succeed. */
export class Conflict extends Unavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, CONFLICT_RETRY_SEC, options);
    this.name = 'Conflict';
  }
}

/** Reads `CODE: detail` of a registered code; undefined when the text is anything else. */
export function parseBusinessError(text: string): BusinessError | undefined {
  const match = /^([A-Z_]+): ([\s\S]*)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return Object.hasOwn(ERROR_CODES, match[1])
    ? new BusinessError(match[1] as ErrorCode, match[2])
    : undefined;
}
