import type { SchemeTerms } from '@commonwatt/chaincode/domain';
import type { Market } from '../market.ts';
import type { Party } from '../party.ts';

/** A roof can generate so much in one interval, by its capacity. */
const MOST_WH = 20_000;

/** A scheme whose units are single watt-hours, so that one roof's hour makes certificates enough. */
export function addGranularScheme(market: Market): Promise<SchemeTerms> {
  return market.addScheme({ unitWh: 1 });
}

/** Gives a member a roof, and the certificates of its first hours: a holding of `units`, of at most 20,000 an hour. */
export async function generate(
  market: Market,
  { manager, owner, scheme }: { manager: Party; owner: Party; scheme: SchemeTerms },
  units: number,
): Promise<void> {
  const roof = await market.connectRoof(manager, owner);
  const hours = Math.ceil(units / MOST_WH);
  const values = Array.from({ length: hours }, (_, hour) => Math.min(MOST_WH, units - hour * MOST_WH));
  await market.report(manager, roof.deviceMeter, values);
  const { id, version } = scheme;
  await manager.command('/v1/issuances', {
    body: { device: roof.device, scheme: { id, version } },
  });
}
