import { ERROR_CODES, type ErrorCode } from '@commonwatt/chaincode/domain';
import { GATEWAY_CODES, type GatewayCode } from './gateway-code.ts';

/** Every code that a client of a gateway can meet. */
export type Code = ErrorCode | GatewayCode;

export const CODES: Record<Code, string> = { ...GATEWAY_CODES, ...ERROR_CODES };

/** A request that came to nothing: the caller's to mend (4xx), or to send again (429, 503). */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503;

/** Codes by the HTTP status that carries them. */
const CODES_BY_STATUS: Record<ProblemStatus, readonly Code[]> = {
  400: ['REQUEST_MALFORMED', 'IDEMPOTENCY_KEY_MISSING', 'CURSOR_INVALID', 'COMMAND_MALFORMED'],
  401: ['TOKEN_MISSING', 'TOKEN_INVALID', 'IDENTITY_UNKNOWN'],
  403: [
    'SCOPE_MISSING',
    'ORGANISATION_UNKNOWN',
    'ORGANISATION_SUSPENDED',
    'ROLE_MISSING',
    'ROLE_FOREIGN',
    'NOT_AUTHORISED',
    'ACCOUNT_SUSPENDED',
    'ACCOUNT_KEY_MISMATCH',
    'SUBJECT_FOREIGN',
    'HOLDING_FOREIGN',
    'COIN_FOREIGN',
    'SAME_ORGANISATION',
    'OWN_OFFER',
  ],
  404: ['ROUTE_NOT_FOUND', 'NOT_FOUND', 'ACCOUNT_NOT_FOUND'],
  405: ['METHOD_NOT_ALLOWED'],
  409: [
    'EXISTS_WITH_DIFFERENT_CONTENT',
    'SIGNATURE_MISSING',
    'KEY_CUSTODY_CONFLICT',
    'ORGANISATION_KIND_FIXED',
    'STATE_CONFLICT',
    'METER_KEY_TAKEN',
    'DEVICE_METERING_CONFLICT',
    'SUBJECT_NOT_APPROVED',
    'CURSOR_MOVED',
    'READINGS_MISSING',
    'HOLDING_CHANGED',
    'COIN_NOT_FOUND',
    'COIN_HELD',
    'OFFER_CLOSED',
    'OFFER_CHANGED',
    'BID_CLOSED',
    'EXPIRY_PASSED',
    'EXPIRY_NOT_REACHED',
    'PROPOSAL_CLOSED',
  ],
  413: ['BODY_TOO_LARGE', 'COMMAND_TOO_LARGE'],
  415: ['CONTENT_TYPE_UNSUPPORTED'],
  422: [
    'SIGNATURE_INVALID',
    'POSSESSION_NOT_PROVED',
    'COLLECTOR_IS_OWNER',
    'BLOCK_MALFORMED',
    'BLOCK_SIGNATURE_INVALID',
    'BLOCK_SEQUENCE_WRONG',
    'BLOCK_CHAIN_BROKEN',
    'BLOCK_REGISTER_WRONG',
    'BLOCK_GRID_WRONG',
    'BLOCK_OVERLAP',
    'BLOCK_GAP_UNDECLARED',
    'BLOCK_GAPS_TOO_MANY',
    'BLOCK_IN_FUTURE',
    'BLOCK_IMPLAUSIBLE',
    'SCHEME_INELIGIBLE',
    'REPORTING_WINDOW_MISSED',
    'CERTIFICATE_EXPIRED',
    'CERTIFICATE_PROVISIONAL',
    'SCHEME_MIXED',
    'PURPOSE_UNKNOWN',
    'BENEFICIARY_REQUIRED',
    'FUNDS_INSUFFICIENT',
    'COINS_UNBALANCED',
  ],
  429: ['RATE_LIMITED', 'PENDING_LIMIT_REACHED'],
  503: ['UNAVAILABLE', 'ISSUER_UNAVAILABLE', 'OVERLOADED', 'INTERNAL'],
};

const STATUS_BY_CODE = new Map<Code, ProblemStatus>(
  Object.entries(CODES_BY_STATUS).flatMap(([status, codes]) =>
    codes.map((code) => [code, Number(status) as ProblemStatus] as const),
  ),
);

/** Status of a problem with this code. */
export function statusOf(code: Code): ProblemStatus {
  // Every code is placed; a test fails when one is not.
  return STATUS_BY_CODE.get(code) ?? UNPLACED;
}

const UNPLACED = 409;

/** Whether the code has a status of its own. */
export function isPlaced(code: Code): boolean {
  return STATUS_BY_CODE.has(code);
}
