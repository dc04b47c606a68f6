import type { Participant, WeekPlan } from './week-plan.ts';
import { openMeter, type RegisteredMeter } from './meter.ts';
import type { Site } from './sites.ts';
import { REGION } from './terms.ts';

/** Slack of a grid connection over the largest load and generation behind it. */
const CONNECTION_MARGIN = 1.25;
const FEEDER = 'ieee33';
const WATTS_PER_KW = 1000;

/** The connection point of a participant, as its manager submits it. */
export function connectionPointOf(
  participant: Participant,
  account: string,
  plan: WeekPlan,
  channel: string,
) {
  const { site, person } = participant;
  const meter = openMeter(plan.meterFolder, channel, { kind: 'point', id: person.point });
  return connectionPointAt(site, person.point, account, meter);
}

/** A connection that is large enough for what the site has behind it. */
export function connectionPointAt(site: Site, id: string, owner: string, meter: RegisteredMeter) {
  const loadKw =
    site.load.peakActiveKw + (site.heatPump?.peakActiveKw ?? 0) + (site.ev?.chargingPowerKw ?? 0);
  const generationKw = (site.pv?.peakKwp ?? 0) + (site.wind?.ratedKw ?? 0);
  return {
    id,
    owner,
    feeder: FEEDER,
    bus: site.bus,
    importLimitW: Math.ceil(loadKw * CONNECTION_MARGIN) * WATTS_PER_KW,
    exportLimitW: Math.ceil(generationKw * CONNECTION_MARGIN) * WATTS_PER_KW,
    meter: meter.identity,
    possession: meter.possession,
  };
}

const TECHNOLOGY = { solar: 'photovoltaic, rooftop', wind: 'onshore turbine' } as const;
/** 1 March 2021, before any week that is played. */
const COMMISSIONED_AT = Date.UTC(2021, 2, 1) / 1000;

/** The generating devices of a participant, as its manager submits them. */
export function devicesOf(participant: Participant, account: string, plan: WeekPlan, channel: string) {
  const { site, person, registers } = participant;
  const capacityKw = { solar: site.pv?.peakKwp ?? 0, wind: site.wind?.ratedKw ?? 0 };
  return [...registers.generation.keys()].map((source) => {
    const id = person.devices[source];
    if (id === undefined) throw new Error(`the register of persons has no ${source} device of ${site.site}`);
    const meter = openMeter(plan.meterFolder, channel, { kind: 'device', id });
    return {
      id,
      owner: account,
      point: person.point,
      source,
      technology: TECHNOLOGY[source],
      capacityW: Math.round(capacityKw[source] * WATTS_PER_KW),
      commissionedAt: COMMISSIONED_AT,
      supportStatus: 'none' as const,
      region: REGION,
      meter: meter.identity,
      possession: meter.possession,
    };
  });
}
