import { statusOf, type Code } from '../problem/code.ts';
import { PROBLEM_CONTENT_TYPE, problemDetails } from '../problem/problem.ts';
import type { Endpoint } from '../routes/endpoint.ts';
import type { ComponentSchemas } from './component-schemas.ts';
import { headersOf, type HeaderName } from './headers.ts';

/** Codes of every request, of those with a token, and of those with a body. */
const ALWAYS: readonly Code[] = [
  'REQUEST_MALFORMED',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'OVERLOADED',
  'INTERNAL',
];
const WITH_TOKEN: readonly Code[] = [
  'TOKEN_MISSING',
  'TOKEN_INVALID',
  'ISSUER_UNAVAILABLE',
  'IDENTITY_UNKNOWN',
  'ROLE_MISSING',
  'SCOPE_MISSING',
  'ACCOUNT_SUSPENDED',
];
const WITH_BODY: readonly Code[] = ['IDEMPOTENCY_KEY_MISSING', 'CONTENT_TYPE_UNSUPPORTED', 'BODY_TOO_LARGE'];

/** Headers that only problems of some status have. */
const HEADERS_BY_STATUS: Readonly<Record<number, readonly HeaderName[]>> = {
  401: ['WwwAuthenticate'],
  429: ['RetryAfter'],
  503: ['RetryAfter'],
};

/** The problems of an endpoint by status, each with the codes that it may have. */
export function problemResponses(endpoint: Endpoint, schemas: ComponentSchemas): Record<string, object> {
  const byStatus = Map.groupBy(codesOf(endpoint), statusOf);
  const problem = schemas.refer(problemDetails, 'Problem');
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const properties = { status: { const: status }, code: { enum: codes } };
      const response = {
        description: codes.map((code) => `\`${code}\``).join(', '),
        headers: headersOf({
          always: ['RequestId', ...(HEADERS_BY_STATUS[status] ?? [])],
          sometimes: ['RateLimit', 'RateLimitPolicy'],
        }),
        content: { [PROBLEM_CONTENT_TYPE]: { schema: { allOf: [problem, { type: 'object', properties }] } } },
      };
      return [String(status), response];
    }),
  );
}

function codesOf({ access, body, codes }: Endpoint): Code[] {
  const all = new Set<Code>([
    ...ALWAYS,
    ...(access === 'anyone' ? [] : WITH_TOKEN),
    ...(body === null ? [] : WITH_BODY),
    ...codes,
  ]);
  return [...all].sort();
}
