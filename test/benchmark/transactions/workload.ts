import type { Task } from '../in-flight.ts';

/** One kind of transaction, as often as wanted. */
export interface Workload {
  readonly name: string;
  /** Organisation whose peer the transactions go through; what they are compared with goes the same way. */
  readonly mspId: string;
  /** Prepares so many transactions, none of which depends on another; what they need is on the ledger by then. */
  prepare(count: number): Promise<Task[]>;
}
