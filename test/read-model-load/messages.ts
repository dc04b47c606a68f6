/** What the process under load and the one that loads it tell each other. */
import type { ChainSize } from './synthetic-chain.ts';

export interface Setting {
  readonly size: ChainSize;
  /** Of a PostgreSQL database; absent: an embedded one in a folder. */
  readonly databaseUrl?: string;
  readonly directory: string;
}

/** To the gateway: a body to be answered from memory under `/v1/bare/{name}`, or a question. */
export type Order = { readonly keep: string; readonly body: unknown } | { readonly memory: true };

export type Report =
  | { readonly projected: number; readonly of: number }
  | {
      readonly url: string;
      readonly token: string;
      readonly projectionSec: number;
      readonly megabytes: number;
    }
  | { readonly kept: string }
  | { readonly megabytes: number };
