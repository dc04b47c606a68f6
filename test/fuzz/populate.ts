import { randomUUID } from 'node:crypto';
import { PURPOSE } from '../e2e/market.ts';
import { inSeconds, type Stage } from '../e2e/lifecycle/stage.ts';
import { evidence, firstReadingAt } from '../e2e/market.ts';

const DAY_SEC = 86_400;
/** Millionths of the currency per kWh. */
const PRICE = 50_000;

/** Gives every kind of record some records, so that there are ids to ask for and answers that are not empty. */
export async function populate(stage: Stage): Promise<void> {
  const { seller, neighbour, company, newcomer } = stage.cast;
  const { riverside, treasurer, supplier } = stage.market.offices;
  const scheme = stage.schemeRef;
  const expiresAt = inSeconds(DAY_SEC);
  const offer = () => seller.command('/v1/offers', { body: { scheme, units: 4, price: PRICE, expiresAt } });
  const [sold, open] = [await offer(), await offer()];
  await company.command('/v1/offers/{id}/acceptances', { path: { id: sold.id }, body: { units: 3 } });
  await neighbour.command('/v1/offers/{id}/bids', {
    path: { id: open.id },
    body: { units: 2, price: PRICE, expiresAt },
  });
  await seller.command('/v1/transfers', { body: { scheme, to: newcomer.account, units: 2 } });
  const start = firstReadingAt();
  await company.command('/v1/retirements', {
    body: { scheme, units: 1, purpose: PURPOSE, period: { start, end: start + DAY_SEC } },
  });
  await company.command('/v1/payments', { body: { outputs: [{ account: seller.account, amount: '1000' }] } });
  await company.command('/v1/holds', { body: { payee: seller.account, amount: '500', expiresAt } });
  await treasurer.command('/v1/proposals', {
    body: {
      subject: { kind: 'mint', account: riverside.account, amount: '1' },
      evidenceHash: evidence(randomUUID()),
    },
  });
  for (const owner of [riverside, supplier])
    await owner.create('/v1/webhooks', { body: { url: 'https://fuzz.invalid/events' } });
}
