import type { Logger } from 'pino';
import type { Configuration } from './configuration.ts';
import type { Commands } from './fabric/command.ts';
import type { Ledger } from './fabric/ledger.ts';
import type { Reservations } from './fabric/reservations.ts';
import type { LedgerIdentity, Wallet } from './fabric/wallet.ts';
import type { Projection } from './read-model/projection.ts';
import type { ReadModel } from './read-model/read-model.ts';

/** All that services need of the ledger and its read model; assembled by `openLedgerAccess`. */
export interface LedgerAccess {
  readonly wallet: Wallet;
  /** The gateway's own identity. */
  readonly self: LedgerIdentity;
  readonly ledger: Ledger;
  readonly commands: Commands;
  readonly reservations: Reservations;
  readonly readModel: ReadModel;
  readonly projection: Projection;
  /** Stops taking commands, waits for those under way (at most `timeoutMs`), then closes streams, connections and database. */
  close(timeoutMs: number): Promise<void>;
}

/** @throws when wallet, database or settings are unusable; an unreachable peer is not an error, it is tried again for ever. */
export type OpenLedgerAccess = (configuration: Configuration, log: Logger) => Promise<LedgerAccess>;
