import type { MeteredSubject, RegisterValues, SignedProfileBlock } from '@commonwatt/chaincode/domain';
import { signNextBlock, type ChainTip } from '@commonwatt/chaincode/domain';
import { openMeter } from './meter.ts';
import type { Participant, WeekPlan } from './week-plan.ts';

/** What one meter registers in the whole week. */
export interface MeterWeek {
  readonly subject: MeteredSubject;
  readonly participant: Participant;
  readonly registers: readonly RegisterValues[];
}

/** Every meter of a participant: at its connection point, and at each of its devices. */
export function meterWeeks(participant: Participant): MeterWeek[] {
  const { person, registers } = participant;
  const series = (register: RegisterValues['register'], values: readonly number[]): RegisterValues => ({
    register,
    values,
    estimated: [],
  });
  const point: MeterWeek = {
    subject: { kind: 'point', id: person.point },
    participant,
    registers: [series('import', registers.import), series('export', registers.export)],
  };
  const devices = [...registers.generation].map(([source, values]): MeterWeek => ({
    subject: { kind: 'device', id: person.devices[source] ?? '' },
    participant,
    registers: [series('generation', values)],
  }));
  return [point, ...devices];
}

const DAY_SEC = 86_400;

/** The days of the week that the ledger does not have yet, each as the block that the meter signs at its end. */
export function* unreportedDays(
  { subject, registers }: MeterWeek,
  plan: WeekPlan,
  channel: string,
  tip: ChainTip,
): Generator<SignedProfileBlock> {
  const { privateKey } = openMeter(plan.meterFolder, channel, subject);
  const perDay = DAY_SEC / plan.intervalSec;
  let current = tip;
  for (let start = Math.max(plan.start, tip.coveredUntil ?? 0); start < plan.end; start += DAY_SEC) {
    const first = (start - plan.start) / plan.intervalSec;
    const day = registers.map(({ register, values }) => ({
      register,
      values: values.slice(first, first + perDay),
      estimated: [],
    }));
    const [head, ...more] = day;
    if (!head) throw new Error('a meter has at least one register');
    const measurement = { start, intervalSec: plan.intervalSec, registers: [head, ...more] as const };
    const next = signNextBlock(channel, { subject, privateKey, tip: current }, measurement);
    yield next.signed;
    current = next.tip;
  }
}
