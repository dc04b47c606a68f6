import type { BenchmarkOptions } from './benchmark.ts';

/** What the documented figures are measured with. */
export const FULL: BenchmarkOptions = {
  pairs: 5,
  transactions: 200,
  inFlight: 50,
  meters: 100,
  submissions: 8,
  days: 150,
  lone: 30,
  seed: 1,
};
