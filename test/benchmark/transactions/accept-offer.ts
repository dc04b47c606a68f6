import { acceptOffer, offerCertificates } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity } from '../../ledger/index.ts';
import { runInFlight } from '../in-flight.ts';
import type { MarketClients } from '../market-clients.ts';
import { SCHEME_REF, type CertificateSupply } from '../preparation/certificate-supply.ts';
import { mintCoins } from '../preparation/coin-supply.ts';
import type { RunId } from '../run-id.ts';
import type { Workload } from './workload.ts';

/** Millionths of the currency per kWh. */
const PRICE = 200_000;
const OFFER_SEC = 86_400;
const OFFERS_IN_FLIGHT = 50;

interface Parties {
  readonly seller: LedgerIdentity;
  readonly buyer: LedgerIdentity;
}

/** Buys all of an offer with one coin and takes the change, as gateways mostly do: delivery versus payment. */
export function acceptWholeOffer(
  market: MarketClients,
  run: RunId,
  supply: CertificateSupply,
  { seller, buyer }: Parties,
): Workload {
  /** Free coins of the buyer. */
  const coins: string[] = [];

  const offerAll = async (count: number): Promise<string[]> => {
    const offers: string[] = [];
    const holdings = await supply.take(count, 1, seller);
    const offer = (piece: (typeof holdings)[number]) => async () => {
      const { result } = await market.submit<{ id: string }>(seller, offerCertificates.name, {
        idempotencyKey: run.key(),
        scheme: SCHEME_REF,
        pieces: [piece],
        price: PRICE,
        expiresAt: Math.floor(Date.now() / 1000) + OFFER_SEC,
      });
      offers.push(result.id);
    };
    await runInFlight(holdings.map(offer), OFFERS_IN_FLIGHT);
    return offers;
  };

  const buy = async (offer: string, coin: string): Promise<void> => {
    const command = { idempotencyKey: run.key(), offer, units: 1, coins: [coin] };
    const { result } = await market.submit<{ id: string }>(buyer, acceptOffer.name, command);
    coins.push(`${result.id}.1`);
  };

  return {
    name: acceptOffer.name,
    mspId: buyer.mspId,
    prepare: async (count) => {
      if (coins.length < count) coins.push(...(await mintCoins(market, run, buyer, count - coins.length)));
      const offers = await offerAll(count);
      const spent = coins.splice(0, count);
      return offers.map((offer, at) => () => buy(offer, spent[at] ?? ''));
    },
  };
}
