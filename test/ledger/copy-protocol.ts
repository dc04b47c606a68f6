import type { Endorsement, EndorsementRequest } from './endorser.ts';
import type { CommittedWrite } from './world-state.ts';

/** What a ledger tells a copy; one copy serves many ledgers, each with a state of its own. */
export type CopyRequest =
  | { readonly type: 'open'; readonly ledger: number }
  | { readonly type: 'close'; readonly ledger: number }
  | {
      readonly type: 'commit';
      readonly ledger: number;
      readonly block: number;
      readonly writes: readonly CommittedWrite[];
    }
  | {
      readonly type: 'endorse';
      readonly ledger: number;
      readonly call: number;
      readonly request: EndorsementRequest;
    };

/** What a copy answers to an `endorse`. */
export type CopyAnswer =
  | { readonly call: number; readonly endorsement: Endorsement }
  | { readonly call: number; readonly error: string };
