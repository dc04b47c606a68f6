import { readFileSync } from 'node:fs';

/** What was sent to an operation, and what it answered, by status: recorded, so that it is true. */
export interface Example {
  readonly request?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}
/** By operation id. */
export type Examples = Readonly<Record<string, Example>>;

export const EXAMPLES_FILE = new URL('examples.json', import.meta.url);

/** Events have no exchange that ends. */
const EVENT = {
  id: '30.0.0',
  type: 'bid',
  record: 'vGU5cOpfm4oYQQT_zAvhBqGzGMuxcsl3c8f8dPqeeDA',
  transactionId: '8b1c1f3cf0c6b9a7e9c5f8d6a4b2e0917c5d3f1b9e8a6c4d2f0b8e6a4c2d0f1e',
  at: 1_795_392_475,
  method: 'trades:bid',
};
const STREAM: Example = { responses: { 200: { id: EVENT.id, data: JSON.stringify(EVENT) } } };

/** Examples of all operations, as `npm run examples` has recorded them. */
export function recordedExamples(): Examples {
  return { ...(JSON.parse(readFileSync(EXAMPLES_FILE, 'utf8')) as Examples), streamEvents: STREAM };
}
