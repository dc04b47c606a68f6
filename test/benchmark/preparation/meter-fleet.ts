/** Connection points with meters that sign household readings. */
import { LIST_LIMIT, type SignedProfileBlock } from '@commonwatt/chaincode/domain';
import { TestMeter } from '../../chaincode/contracts/metered-roof.ts';
import type { LedgerIdentity } from '../../ledger/index.ts';
import { accountOf, type MarketClients } from '../market-clients.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { submitList } from './submit-list.ts';

export const QUARTER_SEC = 900;
export const QUARTERS_PER_DAY = 96;
const DAY_SEC = QUARTER_SEC * QUARTERS_PER_DAY;

/** The first readings lie this far back: no run measures more days than that. */
const HISTORY_DAYS = 3000;
const LIMIT_W = 20_000;
/** A household's quarter-hour, in Wh: from standby to an oven and a kettle. */
const QUARTER_WH = { least: 20, most: 1500 };

/** A signed block, and what makes the meter go on to the next one. */
export interface SignedReading {
  readonly signed: SignedProfileBlock;
  readonly accept: () => void;
}

/** A meter at a connection point, and how far its readings go. */
export class HouseholdMeter {
  readonly meter: TestMeter;
  readonly #channel: string;
  readonly #random: SeededRandom;
  #start: number;

  constructor(id: string, channel: string, random: SeededRandom, start: number) {
    this.meter = new TestMeter({ kind: 'point', id });
    this.#channel = channel;
    this.#random = random;
    this.#start = start;
  }

  /** Signs its next quarter-hours of one register. */
  next(quarters: number): SignedReading {
    const { least, most } = QUARTER_WH;
    const values = Array.from({ length: quarters }, () => this.#random.integer(least, most));
    const { signed, accept } = this.meter.signNext(this.#channel, {
      start: this.#start,
      intervalSec: QUARTER_SEC,
      registers: [{ register: 'import', values, estimated: [] }],
    });
    return {
      signed,
      accept: () => {
        accept();
        this.#start += quarters * QUARTER_SEC;
      },
    };
  }
}

/** Registers `count` connection points of the manager and has them confirmed and approved. */
export async function registerMeters(
  market: MarketClients,
  manager: LedgerIdentity,
  { count, prefix, random }: { count: number; prefix: string; random: SeededRandom },
): Promise<HouseholdMeter[]> {
  const today = Math.floor(Date.now() / 1000 / DAY_SEC) * DAY_SEC;
  const start = today - HISTORY_DAYS * DAY_SEC;
  const meters = Array.from(
    { length: count },
    (_, at) => new HouseholdMeter(`${prefix}-${at}`, market.channel, random, start),
  );
  for (let from = 0; from < count; from += LIST_LIMIT) {
    await registerList(market, manager, meters.slice(from, from + LIST_LIMIT));
  }
  return meters;
}

async function registerList(
  market: MarketClients,
  manager: LedgerIdentity,
  meters: readonly HouseholdMeter[],
): Promise<void> {
  const points = meters.map(({ meter }) => ({
    id: meter.subject.id,
    owner: accountOf(manager),
    feeder: 'ieee33',
    bus: 18,
    importLimitW: LIMIT_W,
    exportLimitW: LIMIT_W,
    meter: meter.meter,
    possession: meter.possession(market.channel),
  }));
  const ids = points.map(({ id }) => id);
  await submitList(market, manager, 'points:submit', { points });
  await submitList(market, market.officer('utility', 'gridOperator'), 'points:confirm', { ids });
  await submitList(market, market.officer('regulator', 'registrar'), 'points:approve', { ids });
}
