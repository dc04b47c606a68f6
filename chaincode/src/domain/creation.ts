import type { EpochSeconds } from './quantity';
import type { Request } from './request';

/** A command that creates a record: under which id, by whose account and when. */
export interface Creation extends Request {
  readonly account: string;
  readonly at: EpochSeconds;
}
