import {
  nextBlock,
  signNextBlock,
  type ChainTip,
  type Measurement,
  type ProfileBlock,
  type RegisterName,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import { INTERVAL_SEC, type TestMeter } from '../../chaincode/contracts/metered-roof.ts';
import { firstReadingAt } from '../market.ts';

/** Of the roofs of the tests, in their intervals of an hour. */
export const MOST_WH = 20_000;
/** As many gaps as a chain may have open. */
const GAPS = 32;

/** A meter that forgers go for, and the blocks of it that the ledger has accepted. */
export class Victim {
  readonly meter: TestMeter;
  readonly channel: string;
  readonly accepted: SignedProfileBlock[] = [];
  /** Its own, so that victims under attack at the same time do not change each other's numbers. */
  readonly random: SeededRandom;

  constructor(meter: TestMeter, channel: string, seed: number) {
    this.meter = meter;
    this.channel = channel;
    this.random = new SeededRandom(seed);
  }

  get tip(): ChainTip {
    return this.meter.tip;
  }

  get register(): RegisterName {
    return this.meter.subject.kind === 'device' ? 'generation' : 'export';
  }

  /** End of what it has reported. */
  get coveredUntil(): number {
    return this.tip.coveredUntil ?? firstReadingAt();
  }

  /** One to three hours from `start` on. */
  hours(start = this.coveredUntil): Measurement {
    const values = Array.from({ length: this.random.integer(1, 3) }, () => this.random.integer(0, MOST_WH));
    return {
      start,
      intervalSec: INTERVAL_SEC,
      registers: [{ register: this.register, values, estimated: [] }],
    };
  }

  /** What the meter would report next. */
  next(): ProfileBlock {
    return nextBlock(this.tip, this.meter.subject, this.hours());
  }

  /** What the meter does report next; to be told with `keep` when the ledger has accepted it. */
  report(): { readonly signed: SignedProfileBlock; readonly keep: () => void } {
    return this.#report(this.hours());
  }

  /** The first reports: hours with an hour left out between each two, until no more gaps may be open. */
  history(): SignedProfileBlock[] {
    const start = this.coveredUntil;
    for (let hour = 0; hour <= 2 * GAPS; hour += 2) {
      const values = [this.random.integer(0, MOST_WH)];
      const measurement = this.hours(start + hour * INTERVAL_SEC);
      const registers = [{ register: this.register, values, estimated: [] }] as const;
      this.#report({ ...measurement, registers }).keep();
    }
    return this.accepted;
  }

  /** One of its first reports. */
  old(random: SeededRandom): SignedProfileBlock {
    const block = this.accepted[random.integer(0, GAPS - 1)];
    if (block === undefined) throw new RangeError('nothing was reported yet');
    return block;
  }

  #report(measurement: Measurement): { readonly signed: SignedProfileBlock; readonly keep: () => void } {
    const { signed, tip } = signNextBlock(this.channel, this.meter, measurement);
    const keep = (): void => {
      this.meter.tip = tip;
      this.accepted.push(signed);
    };
    return { signed, keep };
  }
}
