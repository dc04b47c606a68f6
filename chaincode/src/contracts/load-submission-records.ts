import type { Meter } from '../domain/meter/meter';
import { meterKeyHash } from '../domain/meter/meter-index';
import { partiesOf, type SubmissionRecords } from '../domain/registration/submission';
import { loadMap } from '../ledger/load-map';
import type { MarketContext } from './market-context';

/** Owners, collectors and meters that submitted connection points or devices name. */
export async function loadSubmissionRecords(
  ctx: MarketContext,
  items: readonly { readonly owner: string; readonly meter: Meter | null }[],
): Promise<SubmissionRecords> {
  const keyHashes = items.flatMap(({ meter }) => (meter === null ? [] : [meterKeyHash(meter.publicKey)]));
  return {
    channel: ctx.channel,
    consortium: ctx.consortium,
    accounts: await loadMap(ctx.store, 'account', items.flatMap(partiesOf)),
    meters: await loadMap(ctx.store, 'meter', keyHashes),
  };
}
