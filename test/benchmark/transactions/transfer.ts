import { type Piece, transferCertificates } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity } from '../../ledger/index.ts';
import { accountOf, type MarketClients } from '../market-clients.ts';
import type { CertificateSupply } from '../preparation/certificate-supply.ts';
import type { RunId } from '../run-id.ts';
import type { Workload } from './workload.ts';

interface Parties {
  readonly from: LedgerIdentity;
  readonly to: LedgerIdentity;
}

/** Transfers a whole holding. */
export function transferWhole(
  market: MarketClients,
  run: RunId,
  supply: CertificateSupply,
  parties: Parties,
): Workload {
  return transferOf('whole holding', 1, market, run, supply, parties);
}

/** Transfers the first unit of a holding of two, which splits it. */
export function transferPart(
  market: MarketClients,
  run: RunId,
  supply: CertificateSupply,
  parties: Parties,
): Workload {
  return transferOf('part of a holding', 2, market, run, supply, parties);
}

function transferOf(
  what: string,
  held: number,
  market: MarketClients,
  run: RunId,
  supply: CertificateSupply,
  { from, to }: Parties,
): Workload {
  const transfer = async (holding: Piece): Promise<void> => {
    await market.submit(from, transferCertificates.name, {
      idempotencyKey: run.key(),
      to: accountOf(to),
      pieces: [{ ...holding, units: 1 }],
    });
  };
  return {
    name: `${transferCertificates.name}, ${what}`,
    mspId: from.mspId,
    prepare: async (count) => {
      const holdings = await supply.take(count, held, from);
      return holdings.map((holding) => () => transfer(holding));
    },
  };
}
