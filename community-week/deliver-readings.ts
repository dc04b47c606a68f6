import { encodeSubmission } from '@commonwatt/chaincode/domain';
import { meterWeeks, unreportedDays, type MeterWeek } from './day-blocks.ts';
import { inParallel } from './in-parallel.ts';
import type { Party } from './party.ts';
import type { Participant, WeekPlan } from './week-plan.ts';

/** Every meter at once: their gateway gathers what they send. */
const METERS_AT_ONCE = 100;
const TOKENS_AT_ONCE = 100;

/** Each meter posts its days to its co-operative's gateway, one after the other. */
export async function deliverReadings(
  manager: Party,
  participants: readonly Participant[],
  plan: WeekPlan,
  channel: string,
  onDay: () => void,
): Promise<void> {
  const meters = participants.flatMap(meterWeeks);
  for (let from = 0; from < meters.length; from += TOKENS_AT_ONCE) {
    const group = meters.slice(from, from + TOKENS_AT_ONCE);
    const subjects = group.map(({ subject }) => ({ meter: subject }));
    const { tokens } = await manager.client.create('/v1/tokens', { body: { subjects } });
    const senders = group.map((meter, index) => ({
      meter,
      sender: manager.as(meter.subject.id, tokens[index] ?? ''),
    }));
    await inParallel(senders, METERS_AT_ONCE, ({ meter, sender }) =>
      deliverWeek(meter, sender, plan, channel, onDay),
    );
  }
}

async function deliverWeek(
  meter: MeterWeek,
  sender: Party,
  plan: WeekPlan,
  channel: string,
  onDay: () => void,
): Promise<void> {
  const { kind, id } = meter.subject;
  const path = kind === 'point' ? '/v1/connection-points/{id}/head' : '/v1/devices/{id}/head';
  const head = await sender.client.get(path, { path: { id } });
  for (const signed of unreportedDays(meter, plan, channel, head)) {
    const { result } = await sender.deliver(encodeSubmission([signed]));
    const [verdict] = result.verdicts;
    if (!verdict || verdict.verdict === 'refused') {
      throw new Error(`meter of ${kind} ${id}: ${verdict?.code ?? 'no verdict'} ${verdict?.detail ?? ''}`);
    }
    onDay();
  }
}
