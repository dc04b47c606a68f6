import type { Holding, Piece } from '@commonwatt/chaincode/domain';
import { accountOf, PEOPLE } from './people.ts';
import { type Maker, ROOFS, type World } from './world.ts';

const MAX_PIECES = 3;

export const transfer: Maker = (world) => {
  const owner = world.holder();
  const pieces = somePieces(world, accountOf(owner));
  if (pieces.length === 0) return undefined;
  const command = { idempotencyKey: world.key(), to: world.account(), pieces };
  return { identity: owner, method: 'certificates:transfer', command };
};

export const retire: Maker = (world) => {
  const { random, now } = world;
  const owner = world.holder();
  const scheme = random.one({ id: 'REC', version: 1 }, { id: 'GC', version: 1 });
  const pieces = somePieces(world, accountOf(owner), scheme.id);
  if (pieces.length === 0) return undefined;
  const beneficiary = random.one(
    undefined,
    { kind: 'account', account: world.account() },
    { kind: 'commitment', hash: 'H'.repeat(43) },
  );
  const command = {
    idempotencyKey: world.key(),
    scheme,
    pieces,
    purpose: random.chance(0.9) ? 'compliance' : 'decoration',
    beneficiary,
    period: { start: now - 3600, end: now },
  };
  return { identity: owner, method: 'certificates:retire', command };
};

export const issue: Maker = (world) => {
  const { random, view } = world;
  const roof = random.pick(ROOFS);
  if (roof === undefined) return undefined;
  const cursor = view.get('cursor', roof.device);
  const from = { sequence: cursor?.sequence ?? 1, index: cursor?.index ?? 0 };
  const production = world.chainOf(roof.hasDeviceMeter ? roof.device : roof.point);
  const last = random.pick(production?.accepted.filter(({ sequence }) => sequence >= from.sequence) ?? []);
  if (last === undefined) return undefined;
  const carried = cursor?.scheme ?? null;
  const command = {
    idempotencyKey: world.key(),
    device: roof.device,
    scheme: carried !== null && world.isRight() ? carried : { id: random.one('REC', 'GC'), version: 1 },
    from: world.isRight() ? from : { sequence: 1, index: 0 },
    to: { sequence: last.sequence, index: random.between(1, last.intervals) },
  };
  const own = roof.owner.startsWith('Riverside')
    ? random.one(PEOPLE.riversideGateway, PEOPLE.riversideManager)
    : random.one(PEOPLE.hillsideGateway, PEOPLE.hillsideManager);
  const identity = random.chance(0.9) ? own : random.one(PEOPLE.registrar, PEOPLE.riversideManager);
  return { identity, method: 'certificates:issue', command };
};

/** Mostly pieces of free holdings of the owner, in one scheme; otherwise locked, retired or foreign ones among them. */
export function somePieces(world: World, owner: string, scheme?: string): Piece[] {
  const { random, view } = world;
  const all = view.all('holding');
  const own = all.filter((holding) => holding.owner === owner);
  const free = view.freeHoldings(owner).filter(({ scheme: { id } }) => scheme === undefined || id === scheme);
  return world
    .choose(free, random.chance(0.5) ? own : all, MAX_PIECES)
    .map((holding) => pieceOf(world, holding));
}

/** From the front of a holding; now and then too long. */
function pieceOf({ random }: World, { batch, start, end }: Holding): Piece {
  const length = end - start;
  const units = random.chance(0.2) ? length : random.between(1, length);
  return { batch, start, units: random.chance(0.03) ? length + 1 : units };
}
