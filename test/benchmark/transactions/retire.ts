import { retireCertificates } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity } from '../../ledger/index.ts';
import type { MarketClients } from '../market-clients.ts';
import { RETIREMENT_PURPOSE, SCHEME_REF, type CertificateSupply } from '../preparation/certificate-supply.ts';
import type { RunId } from '../run-id.ts';
import type { Workload } from './workload.ts';

/** Length of a compliance period that ends now, in seconds. */
const PERIOD_SEC = 31_536_000;

/** Retires a whole holding of the owner. */
export function retire(
  market: MarketClients,
  run: RunId,
  supply: CertificateSupply,
  owner: LedgerIdentity,
): Workload {
  const end = Math.floor(Date.now() / 1000);
  return {
    name: retireCertificates.name,
    mspId: owner.mspId,
    prepare: async (count) => {
      const holdings = await supply.take(count, 1, owner);
      return holdings.map((piece) => async () => {
        await market.submit(owner, retireCertificates.name, {
          idempotencyKey: run.key(),
          scheme: SCHEME_REF,
          pieces: [piece],
          purpose: RETIREMENT_PURPOSE,
          period: { start: end - PERIOD_SEC, end },
        });
      });
    },
  };
}
