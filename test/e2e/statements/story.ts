/** A little of everything that statements are made about. */
import type { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import { PURPOSE, type Market } from '../market.ts';
import { enrolOwner, type Owner } from '../own-keys/owner.ts';
import type { Party } from '../party.ts';

/** Millionths of the currency per kWh; units are of one kWh. */
const PRICE = 50_000;
const DEPOSIT = 1_000_000_000n;
const DAY_SEC = 86_400;
const GENERATED_WH = [10_000, 10_000, 10_000, 10_000];

export interface Story {
  /** Keeps its key; has a roof and certificates (Riverside). */
  readonly seller: Owner;
  /** Has money (Utility). */
  readonly buyer: Party;
  readonly roof: MeteredRoof;
  readonly scheme: { readonly id: string; readonly version: number };
  /** What can be stated: a record of each type, and a balance. */
  readonly ids: readonly string[];
}

export async function tellStory(market: Market): Promise<Story> {
  const { riverside, supplier } = market.offices;
  const { id, version } = await market.addScheme();
  const scheme = { id, version };
  const seller = await enrolOwner(market, riverside);
  const buyer = await market.member(supplier, 'thirdParty');
  const coin = await market.mint(buyer, DEPOSIT);
  const roof = await market.connectRoof(riverside, seller.party);
  await market.report(riverside, roof.deviceMeter, GENERATED_WH);
  const issued = await riverside.command('/v1/issuances', { body: { device: roof.device, scheme } });
  const certificates = await certificateIds({ seller, buyer, scheme });
  const money = await moneyIds(buyer, seller.party);
  const { items: coins } = await buyer.get('/v1/coins', { query: { owner: buyer.account, limit: 1 } });
  const [batch] = (await buyer.get('/v1/batches', { query: { device: roof.device, limit: 1 } })).items;
  const [holding] = (await buyer.get('/v1/holdings', { query: { owner: buyer.account, limit: 1 } })).items;
  const [proposal] = (await buyer.get('/v1/proposals', { query: { limit: 1 } })).items;
  if (!coins[0] || !batch || !holding || !proposal) throw new Error(`nothing became of coin ${coin}`);
  const ids = [
    'consortium',
    `account/${seller.party.account}`,
    ...[`point/${roof.point}`, `device/${roof.device}`],
    ...[`head/device/${roof.device}`, `block/device/${roof.device}/1`, `cursor/${roof.device}`],
    ...[`scheme/${id}/${version}`, `issuance/${issued.id}`, `batch/${batch.id}`],
    ...[`holding/${holding.batch}/${holding.start}`, ...certificates, ...money],
    ...[`coin/${coins[0].id}`, `balance/${buyer.account}`, `proposal/${proposal.id}`],
  ];
  return { seller, buyer, roof, scheme, ids };
}

type Parties = Pick<Story, 'seller' | 'buyer' | 'scheme'>;

/** A transfer, a retirement, an offer, a bid and a trade. */
async function certificateIds({ seller, buyer, scheme }: Parties): Promise<string[]> {
  const { signing } = seller;
  const to = buyer.account;
  const transfer = await signing.command('/v1/transfers', { body: { to, scheme, units: 2 } });
  const use = { scheme, units: 3, purpose: PURPOSE, period: yearOf(Date.now()) };
  const retirement = await signing.command('/v1/retirements', { body: use });
  const expiresAt = inADay();
  const offered = { scheme, units: 4, price: PRICE, expiresAt };
  const offer = await signing.command('/v1/offers', { body: offered });
  const path = { id: offer.result.id };
  const bid = await buyer.command('/v1/offers/{id}/bids', {
    path,
    body: { units: 1, price: PRICE, expiresAt },
  });
  const trade = await buyer.command('/v1/offers/{id}/acceptances', { path, body: { units: 2 } });
  return [
    `transfer/${transfer.result.id}`,
    `retirement/${retirement.result.id}`,
    ...[`offer/${offer.result.id}`, `bid/${bid.id}`, `trade/${trade.id}`],
  ];
}

async function moneyIds(buyer: Party, payee: Party): Promise<string[]> {
  const outputs = [{ account: payee.account, amount: '1000' }];
  const payment = await buyer.command('/v1/payments', { body: { outputs } });
  const body = { payee: payee.account, amount: '500', expiresAt: inADay() };
  const hold = await buyer.command('/v1/holds', { body });
  return [`payment/${payment.id}`, `hold/${hold.id}`];
}

function inADay(): number {
  return Math.floor(Date.now() / 1000) + DAY_SEC;
}

export function yearOf(ms: number): { start: number; end: number } {
  const year = new Date(ms).getUTCFullYear();
  return { start: Date.UTC(year, 0) / 1000, end: Date.UTC(year + 1, 0) / 1000 };
}
