import { BLOCK_HEADER } from '../routes/block-header.ts';

/** Headers of answers, by the names that the document refers to them by. */
export const HEADERS = {
  Block: {
    name: BLOCK_HEADER,
    description: 'Block that the answer is at least as of',
    schema: { type: 'integer', minimum: -1 },
    example: 4711,
  },
  EntityTag: {
    name: 'ETag',
    description: 'Weak: the same for the same content',
    schema: { type: 'string', pattern: '^W/"[A-Za-z0-9_-]{43}"$' },
    example: 'W/"0hMFYQmYEnHqRdKAoJ0Bux2LkrtIAi3EBvS2k3IoW0E"',
  },
  Location: {
    name: 'Location',
    description: 'Where the operation tells what becomes of it',
    schema: { type: 'string', pattern: '^/v1/operations/' },
    example: '/v1/operations/0b6f5bb5-7f0a-4a5c-8f45-6d1d8e5f5a0e',
  },
  RateLimit: {
    name: 'RateLimit',
    description:
      "What is left of the account's requests (r), and in how many seconds (t) they are all there again",
    schema: { type: 'string' },
    example: '"account"; r=299988; t=41',
  },
  RateLimitPolicy: {
    name: 'RateLimit-Policy',
    description: 'Requests (q) that an account may send in so many seconds (w)',
    schema: { type: 'string' },
    example: '"account"; q=300000; w=60',
  },
  RequestId: {
    name: 'X-Request-Id',
    description: "Finds the request in the gateway's log; the request's own `X-Request-Id` if it has one",
    schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
    example: '5f9c2f7a-3d43-4a05-9f5c-2f0f6f0f1c55',
  },
  RetryAfter: {
    name: 'Retry-After',
    description: 'Seconds after which the same request may come again, under the same Idempotency-Key',
    schema: { type: 'integer', minimum: 0 },
    example: 2,
  },
  WwwAuthenticate: {
    name: 'WWW-Authenticate',
    description: 'How to authenticate',
    schema: { type: 'string', const: 'Bearer' },
    example: 'Bearer',
  },
} as const;
export type HeaderName = keyof typeof HEADERS;

/** For `components.headers`: those that are referred to in what is given. */
export function headerComponents(paths: object): Record<string, object> {
  const text = JSON.stringify(paths);
  const entries = Object.entries(HEADERS).flatMap(([key, { description, schema, example }]) => [
    [key, { description, schema, example }] as const,
    [alwaysThere(key as HeaderName), { description, schema, example, required: true }] as const,
  ]);
  return Object.fromEntries(entries.filter(([key]) => text.includes(`"${reference(key).$ref}"`)));
}

/** The `headers` of a response. */
export function headersOf({
  always = [],
  sometimes = [],
}: {
  readonly always?: readonly HeaderName[];
  readonly sometimes?: readonly HeaderName[];
}): Record<string, object> {
  return Object.fromEntries([
    ...always.map((key) => [HEADERS[key].name, reference(alwaysThere(key))] as const),
    ...sometimes.map((key) => [HEADERS[key].name, reference(key)] as const),
  ]);
}

function alwaysThere(key: HeaderName): string {
  return `${key}Required`;
}

function reference(key: string): { $ref: string } {
  return { $ref: `#/components/headers/${key}` };
}
