/** Errors that a gateway gives by itself; all others are the ledger's, `ERROR_CODES` of the domain. */
export const GATEWAY_CODES = {
  // The request as HTTP.
  REQUEST_MALFORMED: 'The request does not have the documented shape; `errors` says where.',
  ROUTE_NOT_FOUND: 'There is no such path.',
  METHOD_NOT_ALLOWED: 'The path does not take this method.',
  CONTENT_TYPE_UNSUPPORTED:
    'The body is of a media type, character set or content encoding that is not taken.',
  BODY_TOO_LARGE: 'The body is larger than the path takes.',
  IDEMPOTENCY_KEY_MISSING: 'A POST carries a header `Idempotency-Key` of 1 to 80 letters, digits and `._:-`.',
  // The token.
  TOKEN_MISSING: 'The request carries no bearer token.',
  TOKEN_INVALID:
    "The token is of none of this gateway's issuers, or it has expired; or there is no such API key any more.",
  ISSUER_UNAVAILABLE: "The token's issuer does not tell its keys now, so the token cannot be checked.",
  IDENTITY_UNKNOWN: 'This gateway holds no identity for the subject of the token.',
  SCOPE_MISSING: "The token's scope does not cover this.",
  // The key that its owner keeps.
  SIGNATURE_INVALID:
    'Nothing waits for such a signature, it is not of the key in the certificate, or not the one with the lower S.',
  SIGNATURE_MISSING: 'The owner of the key has not signed, or has cancelled; nothing was written.',
  KEY_CUSTODY_CONFLICT: 'The gateway keeps the key of this account, or it does not and should.',
  // The gateway.
  RATE_LIMITED: 'The account has sent too many requests; `Retry-After` says when it may go on.',
  PENDING_LIMIT_REACHED: 'The account has too many commands that are not finished.',
  OVERLOADED: 'The gateway has too much to do. The same request may come again with the same key.',
  CURSOR_INVALID: 'The cursor was not made by this list.',
  UNAVAILABLE:
    'The network or this gateway cannot do it now. The same request may come again with the same key.',
  INTERNAL: 'The gateway failed; its operator finds the request id in the log.',
} as const;
export type GatewayCode = keyof typeof GATEWAY_CODES;
