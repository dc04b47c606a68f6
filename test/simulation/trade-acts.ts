import { cost, sumUnits } from '@commonwatt/chaincode/domain';
import { somePieces } from './certificate-acts.ts';
import { someCoins } from './money-acts.ts';
import { accountOf } from './people.ts';
import type { Maker, World } from './world.ts';

const MAX_PRICE = 4;

export const offer: Maker = (world) => {
  const { random, view } = world;
  const seller = world.holder();
  const scheme = random.pick(view.freeHoldings(accountOf(seller)))?.scheme;
  if (scheme === undefined) return undefined;
  const pieces = somePieces(world, accountOf(seller), scheme.id);
  const command = {
    idempotencyKey: world.key(),
    scheme,
    pieces,
    price: random.between(0, MAX_PRICE),
    expiresAt: soon(world),
  };
  return { identity: seller, method: 'trades:offer', command };
};

export const bid: Maker = (world) => {
  const sought = seek(world);
  if (sought === undefined) return undefined;
  const { offer: wanted, buyer, units } = sought;
  const price = world.random.between(0, MAX_PRICE);
  const command = {
    idempotencyKey: world.key(),
    offer: wanted.id,
    units,
    price,
    coins: payment(world, accountOf(buyer), cost(price, units, wanted.unitWh)),
    expiresAt: soon(world),
  };
  return { identity: buyer, method: 'trades:bid', command };
};

export const acceptOffer: Maker = (world) => {
  const sought = seek(world);
  if (sought === undefined) return undefined;
  const { offer: wanted, buyer, units } = sought;
  const command = {
    idempotencyKey: world.key(),
    offer: wanted.id,
    units,
    coins: payment(world, accountOf(buyer), cost(wanted.price, units, wanted.unitWh)),
  };
  return { identity: buyer, method: 'trades:acceptOffer', command };
};

export const acceptBid: Maker = (world) => {
  const { view } = world;
  const [wanted] = world.choose(
    view.all('bid').filter(({ status }) => status === 'open'),
    view.all('bid'),
    1,
  );
  const seller = wanted && view.get('offer', wanted.offer)?.seller;
  if (seller === undefined) return undefined;
  const identity = world.isRight() ? world.personOf(seller) : world.holder();
  return { identity, method: 'trades:acceptBid', command: { idempotencyKey: world.key(), bid: wanted?.id } };
};

export const withdrawOffer: Maker = (world) => {
  const ended = world.random.pick(world.view.all('offer'));
  if (ended === undefined) return undefined;
  const identity = world.isRight() ? world.personOf(ended.seller) : world.holder();
  return { identity, method: 'trades:withdrawOffer', command: { offer: ended.id } };
};

export const withdrawBid: Maker = (world) => {
  const ended = world.random.pick(world.view.all('bid'));
  if (ended === undefined) return undefined;
  const identity = world.isRight() ? world.personOf(ended.buyer) : world.holder();
  return { identity, method: 'trades:withdrawBid', command: { bid: ended.id } };
};

export const expire: Maker = (world) => {
  const { random, view } = world;
  const offers = random.some(view.all('offer'), 3).map(({ id }) => id);
  const bids = random.some(view.all('bid'), 3).map(({ id }) => id);
  if (offers.length + bids.length === 0) return undefined;
  if (random.chance(0.1)) offers.push(...offers);
  return { identity: world.anybody(), method: 'trades:expire', command: { offers, bids } };
};

/** An offer, mostly an open one, a buyer, and how much of it. */
function seek(world: World) {
  const { random, view } = world;
  const [wanted] = world.choose(
    view.all('offer').filter(({ status }) => status === 'open'),
    view.all('offer'),
    1,
  );
  if (wanted === undefined) return undefined;
  const left = sumUnits(wanted.pieces);
  const units = random.chance(0.15)
    ? Math.max(left, 1)
    : random.between(1, random.chance(0.05) ? left + 1 : Math.max(left, 1));
  return { offer: wanted, buyer: world.payer(), units };
}

function payment(world: World, buyer: string, due: string): string[] {
  if (due === '0' && world.isRight()) return [];
  return someCoins(world, buyer).map(({ id }) => id);
}

function soon({ now, random }: World): number {
  return now + random.between(-50, 9000);
}
