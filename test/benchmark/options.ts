import type { BenchmarkOptions } from './benchmark.ts';

/** What the documented figures are measured with. */
export const FULL: BenchmarkOptions = {
  pairs: 5,
  transactions: 250,
  inFlight: 50,
  meters: 100,
  submissions: 12,
  days: 100,
  lone: 30,
  seed: 1,
};
