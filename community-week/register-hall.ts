import { connectionPointAt } from './assets.ts';
import { openCollectedMeter } from './collected-meter.ts';
import type { Offices } from './offices.ts';
import { registerPoints } from './register-assets.ts';
import type { WeekPlan } from './week-plan.ts';

/** The hall becomes a member, and its connection point is registered like all others, with the collector's key. */
export async function registerHall(offices: Offices, { hall, meterFolder }: WeekPlan): Promise<void> {
  const { manager, collector } = offices.cooperatives.Riverside;
  const [{ verdicts }] = await Promise.all([
    manager.command('/v1/members', 'member-hall', { body: { members: [{ kind: 'consumer' }] } }),
    collector.command('/v1/activations', 'collector', { body: {} }),
  ]);
  const [verdict] = verdicts;
  if (!verdict || verdict.verdict === 'refused')
    throw new Error(`the hall was not registered: ${verdict?.code ?? 'no verdict'}`);
  const meter = await openCollectedMeter(meterFolder, manager, hall.id, collector.account);
  const point = connectionPointAt(hall.site, hall.id, verdict.id, meter);
  await registerPoints(offices, 'Riverside', [point], (step) => `${step}-hall`);
}
