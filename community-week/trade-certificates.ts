import { inParallel } from './in-parallel.ts';
import type { Offices } from './offices.ts';
import type { Party } from './party.ts';
import { BID_PRICE, CONCESSION, HIGHEST_TAKEN, MARKET_OPEN_SEC, SCHEME } from './terms.ts';
import { accountOf, type CooperativeName, type Participant, type WeekPlan } from './week-plan.ts';

const AT_ONCE = 10;
/** Most pieces that one retirement names. */
const MOST_PIECES = 50;
const scheme = { id: SCHEME.id, version: SCHEME.version };
const schemeKey = `${SCHEME.id}/${SCHEME.version}`;

/** A seller: a member in its own name, and what it asks. */
export interface Seller {
  readonly party: Party;
  readonly ask: number;
}

/** Certificates of all new readings of a co-operative's devices. */
export async function issueCertificates(
  manager: Party,
  participants: readonly Participant[],
  plan: WeekPlan,
): Promise<void> {
  const devices = participants.flatMap(({ person }) => Object.values(person.devices));
  await inParallel(devices, AT_ONCE, async (device) => {
    const existing = await manager.client.all('/v1/issuances', { query: { device: [device] } }).next();
    if (existing.done !== true) return;
    await manager.command('/v1/issuances', `issue-${device}-${plan.start}`, { body: { device, scheme } });
  });
}

/** Members in their own names, for what they sell themselves. */
export async function openSellers(
  offices: Offices,
  cooperative: CooperativeName,
  participants: readonly Participant[],
): Promise<Seller[]> {
  const { manager } = offices.cooperatives[cooperative];
  const producers = participants.filter(({ kind }) => kind === 'prosumer');
  const subjects = producers.map((participant) => ({
    enrolmentId: accountOf(participant).split('/')[1] ?? '',
  }));
  const { tokens } = await manager.client.create('/v1/tokens', { body: { subjects } });
  return producers.map((participant, index) => ({
    party: manager.as(accountOf(participant), tokens[index] ?? ''),
    ask: participant.ask,
  }));
}

/** Every free certificate of the sellers is offered at their price. */
export async function offerCertificates(sellers: readonly Seller[], plan: WeekPlan): Promise<void> {
  await inParallel(sellers, AT_ONCE, async ({ party, ask }) => {
    const query = { owner: party.account, scheme: schemeKey, state: ['free' as const] };
    for await (const { batch, start, end } of party.client.all('/v1/holdings', { query })) {
      await party.command('/v1/offers', `offer-${batch}-${start}`, {
        body: {
          scheme,
          pieces: [{ batch, start, units: end - start }],
          price: ask,
          expiresAt: plan.playedAt + MARKET_OPEN_SEC,
        },
      });
    }
  });
}

/** The utility takes what is cheap enough, and bids on the rest. */
export async function buyCertificates(buyer: Party, plan: WeekPlan): Promise<void> {
  const open = await Array.fromAsync(
    buyer.client.all('/v1/offers', { query: { scheme: schemeKey, status: ['open'] } }),
  );
  const cheapestFirst = open.toSorted((a, b) => a.price - b.price);
  await inParallel(cheapestFirst, AT_ONCE, async ({ id, price, pieces }) => {
    const units = pieces.reduce((sum, piece) => sum + piece.units, 0);
    if (price <= HIGHEST_TAKEN) {
      await buyer.command('/v1/offers/{id}/acceptances', `take-${id}`, { path: { id }, body: { units } });
      return;
    }
    await buyer.command('/v1/offers/{id}/bids', `bid-${id}`, {
      path: { id },
      body: { units, price: BID_PRICE, expiresAt: plan.playedAt + MARKET_OPEN_SEC },
    });
  });
}

/** Sellers accept bids that are close enough to what they ask; the utility takes the others back. */
export async function answerBids(sellers: readonly Seller[], buyer: Party): Promise<void> {
  const asks = new Map(sellers.map((seller) => [seller.party.account, seller]));
  const query = { status: ['open' as const] };
  const bids = await Array.fromAsync(
    buyer.client.all('/v1/bids', { query: { ...query, buyer: buyer.account } }),
  );
  await inParallel(bids, AT_ONCE, async ({ id, offer, price }) => {
    const { seller } = await buyer.client.get('/v1/offers/{id}', { path: { id: offer } });
    const owner = asks.get(seller);
    if (owner && price >= owner.ask - CONCESSION) {
      await owner.party.command('/v1/bids/{id}/acceptances', `sell-${id}`, { path: { id }, body: {} });
    } else if (owner) {
      await buyer.command('/v1/bids/{id}/withdrawals', `withdraw-${id}`, { path: { id }, body: {} });
    }
  });
}

/** The utility retires all it has bought for the compliance period of the week. */
export async function retireForCompliance(buyer: Party, plan: WeekPlan): Promise<void> {
  const bought = buyer.client.all('/v1/holdings', {
    query: { owner: buyer.account, scheme: schemeKey, state: ['free'], sort: 'position' },
  });
  const pieces = [];
  for await (const { batch, start, end } of bought) {
    pieces.push({ batch, start, units: end - start });
  }
  for (let from = 0; from < pieces.length; from += MOST_PIECES) {
    const group = pieces.slice(from, from + MOST_PIECES);
    const [first] = group;
    if (!first) return;
    await buyer.command('/v1/retirements', `retire-${first.batch}-${first.start}`, {
      body: { scheme, pieces: group, purpose: 'compliance', period: { start: plan.start, end: plan.end } },
    });
  }
}
