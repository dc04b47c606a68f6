/** The two ways to bring readings to the ledger: one in a transaction, or day-long blocks of many meters. */
import { encodeSubmission, type ReadingsResult, submitReadings } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity } from '../ledger/index.ts';
import type { Side } from './comparison.ts';
import type { Task } from './in-flight.ts';
import type { MarketClients } from './market-clients.ts';
import { type HouseholdMeter, QUARTERS_PER_DAY } from './preparation/meter-fleet.ts';

/** Every transaction carries the next reading of one meter, signed. Meters take turns. */
export function singleReadings(
  market: MarketClients,
  gateway: LedgerIdentity,
  meters: readonly HouseholdMeter[],
  { transactions, inFlight }: { transactions: number; inFlight: number },
): Side {
  return {
    inFlight,
    prepare: () => {
      const chains = new Map<HouseholdMeter, Promise<void>>();
      const tasks = Array.from({ length: transactions }, (_, at): Task => {
        const meter = meters[at % meters.length];
        if (meter === undefined) throw new Error('there is no meter');
        return () => {
          // A meter's reading names the one before: it can only be signed when that one is in.
          const sent = (chains.get(meter) ?? Promise.resolve()).then(() =>
            submitNext(market, gateway, [meter], 1),
          );
          chains.set(meter, sent);
          return sent;
        };
      });
      return Promise.resolve({ tasks, work: transactions });
    },
  };
}

/** Every submission carries the next day of each meter of a group; each group has one submission in flight. */
export function dayBlocks(
  market: MarketClients,
  gateway: LedgerIdentity,
  groups: readonly (readonly HouseholdMeter[])[],
  days: number,
): Side {
  return {
    inFlight: groups.length,
    prepare: () => {
      const tasks = groups.map((group) => () => submitDays(market, gateway, group, days));
      const meters = groups.reduce((sum, group) => sum + group.length, 0);
      return Promise.resolve({ tasks, work: meters * days * QUARTERS_PER_DAY });
    },
  };
}

/** One submission after the other, a day each. */
export async function submitDays(
  market: MarketClients,
  gateway: LedgerIdentity,
  meters: readonly HouseholdMeter[],
  days: number,
): Promise<void> {
  for (let day = 0; day < days; day += 1) await submitNext(market, gateway, meters, QUARTERS_PER_DAY);
}

async function submitNext(
  market: MarketClients,
  gateway: LedgerIdentity,
  meters: readonly HouseholdMeter[],
  quarters: number,
): Promise<void> {
  const blocks = meters.map((meter) => meter.next(quarters));
  const argument = encodeSubmission(blocks.map(({ signed }) => signed));
  const { result } = await market.submit<ReadingsResult>(gateway, submitReadings.name, argument);
  if (result.refused.length > 0)
    throw new Error(`readings were refused: ${JSON.stringify(result.refused[0])}`);
  for (const { accept } of blocks) accept();
}
