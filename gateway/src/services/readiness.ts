import { probe } from '@commonwatt/chaincode/domain';
import type { LedgerAccess } from '../ledger-access.ts';
import type { Clock } from './services.ts';

/** Whether requests can be served: `reason` says why not. */
export type ReadinessReport =
  | { readonly ready: true; readonly blockNumber: number; readonly lagBlocks: number }
  | { readonly ready: false; readonly reason: string };

/** An answer is as good as new for this long; a probe costs the peers an endorsement. */
const VALID_SEC = 3;
/** More blocks behind than this, and answers are of the past. */
const MAX_LAG_BLOCKS = 20;

/** Ready means that the consortium endorses through this gateway, and that its read model keeps up. */
export class Readiness {
  readonly #ledger: LedgerAccess;
  readonly #clock: Clock;
  #report: Promise<ReadinessReport> | undefined;
  #reportedAt = 0;

  constructor(ledger: LedgerAccess, clock: Clock) {
    this.#ledger = ledger;
    this.#clock = clock;
  }

  check(): Promise<ReadinessReport> {
    const now = this.#clock();
    if (this.#report === undefined || now - this.#reportedAt >= VALID_SEC) {
      this.#report = this.#probe();
      this.#reportedAt = now;
    }
    return this.#report;
  }

  async #probe(): Promise<ReadinessReport> {
    const { ledger, self, commands, projection } = this.#ledger;
    if (projection.catchingUp) return { ready: false, reason: 'the read model is being built' };
    if (!commands.ready) return { ready: false, reason: 'commands of an earlier run are being resolved' };
    try {
      await ledger.endorse(self, { method: probe.name, args: [] });
      const lagBlocks = await projection.lagBlocks();
      if (lagBlocks > MAX_LAG_BLOCKS)
        return { ready: false, reason: `the read model is ${lagBlocks} blocks behind` };
      return { ready: true, blockNumber: projection.blockNumber, lagBlocks };
    } catch {
      return { ready: false, reason: 'the consortium does not endorse through this gateway' };
    }
  }
}
