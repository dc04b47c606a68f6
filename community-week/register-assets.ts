import { connectionPointOf, devicesOf, type connectionPointAt } from './assets.ts';
import type { Offices } from './offices.ts';
import { accountOf, type CooperativeName, type Participant, type WeekPlan } from './week-plan.ts';

/** Connection points and devices: submitted by the manager, confirmed by the grid operator, approved by the registrar. */
export async function registerAssets(
  offices: Offices,
  cooperative: CooperativeName,
  participants: readonly Participant[],
  plan: WeekPlan,
  channel: string,
): Promise<void> {
  const { manager } = offices.cooperatives[cooperative];
  const key = (step: string) => `${step}-${cooperative}-${plan.start}`;
  const points = participants.map((participant) =>
    connectionPointOf(participant, accountOf(participant), plan, channel),
  );
  const devices = participants.flatMap((participant) =>
    devicesOf(participant, accountOf(participant), plan, channel),
  );
  const deviceIds = { body: { ids: devices.map(({ id }) => id) } };
  const { gridOperator } = offices.utility;
  const { registrar } = offices.regulator;

  await registerPoints(offices, cooperative, points, key);
  requireAll((await manager.command('/v1/devices', key('devices'), { body: { devices } })).verdicts);
  requireAll(
    (await gridOperator.command('/v1/devices/confirmations', key('confirm-devices'), deviceIds)).verdicts,
  );
  requireAll((await registrar.command('/v1/devices/approvals', key('approve-devices'), deviceIds)).verdicts);
}

/** @param key of a step's command, the same in every run */
export async function registerPoints(
  { cooperatives, utility, regulator }: Offices,
  cooperative: CooperativeName,
  points: readonly ReturnType<typeof connectionPointAt>[],
  key: (step: string) => string,
): Promise<void> {
  const { manager } = cooperatives[cooperative];
  const ids = { body: { ids: points.map(({ id }) => id) } };
  const submitted = await manager.command('/v1/connection-points', key('points'), {
    body: { points: [...points] },
  });
  requireAll(submitted.verdicts);
  const confirmed = await utility.gridOperator.command(
    '/v1/connection-points/confirmations',
    key('confirm-points'),
    ids,
  );
  requireAll(confirmed.verdicts);
  const approved = await regulator.registrar.command(
    '/v1/connection-points/approvals',
    key('approve-points'),
    ids,
  );
  requireAll(approved.verdicts);
}

interface Verdict {
  readonly id: string;
  readonly verdict: 'done' | 'exists' | 'refused';
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
}

function requireAll(verdicts: readonly Verdict[]): void {
  const refused = verdicts.find(({ verdict }) => verdict === 'refused');
  if (refused) throw new Error(`${refused.id} was refused: ${refused.code ?? ''} ${refused.detail ?? ''}`);
}
