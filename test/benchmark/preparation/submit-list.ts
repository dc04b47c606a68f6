import type { VerdictList } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity } from '../../ledger/index.ts';
import type { MarketClients } from '../market-clients.ts';

/** Submits a list command, none of whose items may be refused. */
export async function submitList(
  market: MarketClients,
  identity: LedgerIdentity,
  method: string,
  command: unknown,
): Promise<void> {
  const { result } = await market.submit<VerdictList>(identity, method, command);
  const refused = result.verdicts.find(({ verdict }) => verdict === 'refused');
  if (refused !== undefined) throw new Error(`${method} refused ${JSON.stringify(refused)}`);
}
