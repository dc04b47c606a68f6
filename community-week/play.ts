import { join } from 'node:path';
import { audit } from '../audit/audit.ts';
import type { AuditReport } from '../audit/report.ts';
import type { Consortium } from '../test-network-scripts/index.ts';
import { deliverReadings } from './deliver-readings.ts';
import { enrolMembers } from './enrol-members.ts';
import { importHallReadings } from './import-hall-readings.ts';
import { Latency } from './latency.ts';
import { openOffices, type Offices } from './offices.ts';
import { openMarket } from './open-market.ts';
import {
  answerBids,
  buyCertificates,
  issueCertificates,
  offerCertificates,
  openSellers,
  retireForCompliance,
} from './trade-certificates.ts';
import { registerAssets } from './register-assets.ts';
import { registerHall } from './register-hall.ts';
import { planWeek, type CooperativeName, type WeekPlan } from './week-plan.ts';

export interface Played {
  readonly plan: WeekPlan;
  readonly offices: Offices;
  readonly latency: Latency;
  readonly audit: AuditReport;
}

/** Tells what the week is at: a step, and for long ones how far it is. */
export type Progress = (step: string, detail?: string) => void;

const COOPERATIVES: readonly CooperativeName[] = ['Riverside', 'Hillside'];
const DAYS = 7;

/** Plays the week on a running consortium; what an earlier run has done already is not done again. */
export async function playWeek(consortium: Consortium, progress: Progress): Promise<Played> {
  const { channel } = consortium.definition;
  const latency = new Latency();
  const offices = await openOffices(consortium, latency);
  const plan = weekOf(consortium);
  const groups = COOPERATIVES.map((name) => ({
    name,
    manager: offices.cooperatives[name].manager,
    participants: plan.participants.filter(({ cooperative }) => cooperative === name),
  }));

  progress('Scheme and deposit', 'two signatures each');
  await openMarket(offices, String(plan.start));
  progress('Members', `${plan.participants.length} sites`);
  await Promise.all(groups.map(({ manager, participants }) => enrolMembers(manager, participants, plan)));
  progress('Connection points and devices', 'submitted, confirmed, approved');
  await Promise.all(
    groups
      .map(({ name, participants }) => registerAssets(offices, name, participants, plan, channel))
      .concat(registerHall(offices, plan)),
  );

  let delivered = 0;
  const meters = plan.participants.reduce((sum, { registers }) => sum + 1 + registers.generation.size, 0);
  progress('Readings', `${meters} meters, ${DAYS} days; the hall's by its collector`);
  const onDay = (): void => {
    delivered += 1;
    if (delivered % meters === 0) progress('Readings', `${delivered} of ${meters * DAYS} signed days`);
  };
  await Promise.all(
    groups
      .map(({ manager, participants }) => deliverReadings(manager, participants, plan, channel, onDay))
      .concat(importHallReadings(offices.cooperatives.Riverside.collector, plan)),
  );

  progress('Certificates', 'issued from the readings');
  await Promise.all(
    groups.map(({ manager, participants }) => issueCertificates(manager, participants, plan)),
  );
  progress('Market', 'offers, bids, purchases');
  const sellers = await Promise.all(
    groups.map(({ name, participants }) => openSellers(offices, name, participants)),
  );
  await Promise.all(sellers.map((group) => offerCertificates(group, plan)));
  await buyCertificates(offices.utility.buyer, plan);
  await answerBids(sellers.flat(), offices.utility.buyer);
  progress('Retirement', 'for the compliance period');
  await retireForCompliance(offices.utility.buyer, plan);

  progress('Audit', "of the regulator's own blocks");
  const report = await audit({ channel, blocks: regulatorsPeer(consortium) });
  return { plan, offices, latency, audit: report };
}

/** The week of this network's state. */
export function weekOf({ state }: Consortium): WeekPlan {
  return planWeek(join(state.root, 'community-week'), Math.floor(Date.now() / 1000));
}

function regulatorsPeer(consortium: Consortium): string {
  return join(consortium.state.root, 'organisations', 'Regulator', 'peer', 'data');
}
