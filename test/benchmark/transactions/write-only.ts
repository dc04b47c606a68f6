import { probe } from '@commonwatt/chaincode/domain';
import type { MarketClients } from '../market-clients.ts';
import type { Workload } from './workload.ts';

/** The baseline: a method that admits its caller as every method does, and then only writes 100 bytes. */
export function writeOnly(market: MarketClients, mspId: string): Workload {
  const gateway = market.gateway(mspId);
  const task = async (): Promise<void> => {
    await market.submit(gateway, probe.name);
  };
  return {
    name: probe.name,
    mspId,
    prepare: (count) => Promise.resolve(Array.from({ length: count }, () => task)),
  };
}
