import {
  CHAIN_START,
  signNextBlock,
  type ChainTip,
  type Measurement,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import type { TestMeter } from '../chaincode/contracts/metered-roof.ts';

/** A block that the ledger has accepted. */
export interface AcceptedBlock {
  readonly signed: SignedProfileBlock;
  readonly sequence: number;
  readonly intervals: number;
}

/** A meter's chain of blocks as its client knows it. */
export class MeteredChain {
  readonly meter: TestMeter;
  tip: ChainTip = CHAIN_START;
  readonly accepted: AcceptedBlock[] = [];
  /** Declared gaps that nothing has filled. */
  readonly gaps: { start: number; end: number }[] = [];

  constructor(meter: TestMeter) {
    this.meter = meter;
  }

  /** Signs the block after `tip`. */
  sign(
    channel: string,
    tip: ChainTip,
    measurement: Measurement,
  ): { signed: SignedProfileBlock; tip: ChainTip } {
    const { subject, privateKey } = this.meter;
    return signNextBlock(channel, { subject, privateKey, tip }, measurement);
  }

  /** Notes that the ledger has accepted a block. */
  accept(
    signed: SignedProfileBlock,
    tip: ChainTip,
    { start, intervalSec, registers, fillsGap }: Measurement,
  ): void {
    const intervals = registers[0].values.length;
    const { coveredUntil } = this.tip;
    if (fillsGap === true) {
      const gap = this.gaps.find((item) => item.start === start);
      if (gap !== undefined) gap.start += intervals * intervalSec;
    } else if (coveredUntil !== null && coveredUntil < start) {
      this.gaps.push({ start: coveredUntil, end: start });
    }
    this.accepted.push({ signed, sequence: tip.sequence, intervals });
    this.tip = tip;
  }

  copy(): MeteredChain {
    const copy = new MeteredChain(this.meter);
    copy.tip = this.tip;
    copy.accepted.push(...this.accepted);
    copy.gaps.push(...this.gaps.map((gap) => ({ ...gap })));
    return copy;
  }
}
