import type { EpochSeconds, Period, WattHours } from '../quantity';
import type { ProfileBlock, RegisterValues } from '../reading/profile-block';
import type { RegisterName } from '../reading/register';

/** The part of an accepted block that an issue uses. */
export interface UsedBlock {
  readonly block: ProfileBlock;
  readonly hash: string;
  readonly arrivedAt: EpochSeconds;
  /** Half-open range of interval indices. */
  readonly from: number;
  readonly to: number;
}

/** An interval with energy. */
export interface EnergyInterval {
  readonly sequence: number;
  readonly index: number;
  readonly wh: WattHours;
  readonly estimated: boolean;
  readonly period: Period;
  /** Of its profile block. */
  readonly hash: string;
}

/** The intervals in which the register counted energy, in order of (sequence, index). */
export function energyIntervals(blocks: readonly UsedBlock[], register: RegisterName): EnergyInterval[] {
  return blocks.flatMap((used) => {
    const values = used.block.registers.find((item) => item.register === register);
    return values === undefined ? [] : blockIntervals(used, values);
  });
}

function blockIntervals({ block, hash, from, to }: UsedBlock, register: RegisterValues): EnergyInterval[] {
  const isEstimated = estimatedIntervals(register);
  const intervals: EnergyInterval[] = [];
  for (let index = from; index < to; index += 1) {
    const wh = register.values[index] ?? 0;
    if (wh === 0) continue;
    const estimated = isEstimated[index] === true;
    const start = block.start + index * block.intervalSec;
    const period = { start, end: start + block.intervalSec };
    intervals.push({ sequence: block.sequence, index, wh, estimated, period, hash });
  }
  return intervals;
}

function estimatedIntervals({ values, estimated }: RegisterValues): boolean[] {
  const flags = new Array<boolean>(values.length).fill(false);
  for (const [from, to] of estimated) flags.fill(true, from, to);
  return flags;
}
