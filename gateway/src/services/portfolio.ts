import { MAX_PIECES, type Piece } from '@commonwatt/chaincode/domain';
import { BusinessError } from '../fabric/errors.ts';
import type { Reservations } from '../fabric/reservations.ts';
import type { LedgerAccess } from '../ledger-access.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { choosePieces, countUnits, holdingKey } from './choose-pieces.ts';
import type { Clock } from './services.ts';

export interface ReservedPieces {
  readonly pieces: readonly Piece[];
  readonly release: () => void;
  /** They were named, not picked. */
  readonly isFixed: boolean;
}

/** Units of a scheme, wherever they lie. */
export interface UnitsWanted {
  /** `<id>/<version>`. */
  readonly scheme: string;
  readonly units: number;
  /** Leave out provisional certificates. */
  readonly settled: boolean;
}

/** Holdings of one account and scheme to look at. */
const HOLDINGS_READ = 500;
const WAIT_MS = 60_000;

/** Picks the holdings of transfers, retirements and offers. Commands of one account never pick the same at the same time. */
export class Portfolio {
  readonly #readModel: ReadModel;
  readonly #reservations: Reservations;
  readonly #clock: Clock;

  constructor({ readModel, reservations }: Pick<LedgerAccess, 'readModel' | 'reservations'>, clock: Clock) {
    this.#readModel = readModel;
    this.#reservations = reservations;
    this.#clock = clock;
  }

  /**
   * Reserves units, oldest vintage first; waits while they are there, but bound in commands under way.
   *
   * @throws BusinessError HOLDING_CHANGED when the account has too few, COMMAND_TOO_LARGE when they lie in too many pieces
   * @throws Unavailable when the holdings did not come back in time
   */
  async reserve(account: string, wanted: UnitsWanted): Promise<ReservedPieces> {
    const reserved = await this.#reservations.reserve(
      account,
      (taken) => this.#pick(account, wanted, taken),
      WAIT_MS,
    );
    return { pieces: reserved.value, release: () => reserved.release(), isFixed: false };
  }

  /**
   * Reserves the named pieces as soon as no other command has them. Whether they are as named, the ledger says.
   *
   * @throws Unavailable when the holdings did not come back in time
   */
  async reserveNamed(account: string, pieces: readonly Piece[]): Promise<ReservedPieces> {
    const keys = pieces.map(holdingKey);
    const pick = (taken: ReadonlySet<string>) =>
      Promise.resolve(keys.some((key) => taken.has(key)) ? undefined : { keys, value: pieces });
    const reserved = await this.#reservations.reserve(account, pick, WAIT_MS);
    return { pieces: reserved.value, release: () => reserved.release(), isFixed: true };
  }

  async #pick(owner: string, { scheme, units, settled }: UnitsWanted, taken: ReadonlySet<string>) {
    const now = this.#clock();
    const free = await this.#readModel.holdings.free({ owner, scheme, now, settled, limit: HOLDINGS_READ });
    const choice = choosePieces(free, taken, units);
    switch (choice.kind) {
      case 'wait':
        return undefined;
      case 'short':
        if (free.length === HOLDINGS_READ) throw fragmented();
        throw new BusinessError(
          'HOLDING_CHANGED',
          `${countUnits(free)} units of ${scheme} are free, ${units} are needed`,
        );
      case 'fragmented':
        throw fragmented();
      case 'chosen':
        return { keys: choice.chosen.map(holdingKey), value: choice.chosen };
    }
  }
}

function fragmented(): BusinessError {
  return new BusinessError(
    'COMMAND_TOO_LARGE',
    `the units lie in more than ${MAX_PIECES} holdings: take fewer at once`,
  );
}
