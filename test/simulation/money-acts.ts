import type { Coin } from '@commonwatt/chaincode/domain';
import { accountOf } from './people.ts';
import type { Maker, World } from './world.ts';

const MAX_COINS = 3;

export const pay: Maker = (world) => {
  const { random } = world;
  const payer = world.payer();
  const coins = someCoins(world, accountOf(payer));
  const total = worth(coins);
  if (coins.length === 0) return undefined;
  const outputs: { account: string; amount: string }[] = [];
  let left = total;
  for (let others = random.between(0, 2); others > 0 && left > 1n; others -= 1) {
    const amount = part(world, left);
    outputs.push({ account: world.account(), amount: amount.toString() });
    left -= amount;
  }
  // Now and then the change is forgotten or too much.
  const change = left + (random.chance(0.05) ? BigInt(random.between(-1, 1)) : 0n);
  if (change > 0n) outputs.push({ account: accountOf(payer), amount: change.toString() });
  if (outputs.length === 0) return undefined;
  const command = { idempotencyKey: world.key(), coins: coins.map(({ id }) => id), outputs };
  return { identity: payer, method: 'money:pay', command };
};

export const hold: Maker = (world) => {
  const payer = world.payer();
  const coins = someCoins(world, accountOf(payer));
  if (coins.length === 0) return undefined;
  const command = {
    idempotencyKey: world.key(),
    coins: coins.map(({ id }) => id),
    payee: world.account(),
    amount: part(world, worth(coins)).toString(),
    expiresAt: world.now + world.random.between(-100, 3000),
  };
  return { identity: payer, method: 'money:hold', command };
};

export const capture: Maker = (world) => {
  const held = world.random.pick(world.view.all('hold'));
  if (held === undefined) return undefined;
  const command = { hold: held.id, amount: part(world, BigInt(held.amount)).toString() };
  return { identity: world.personOf(held.payee), method: 'money:capture', command };
};

export const release: Maker = (world) => {
  const held = world.random.pick(world.view.all('hold'));
  if (held === undefined) return undefined;
  const by = world.random.one(held.payee, held.payer);
  return { identity: world.personOf(by), method: 'money:release', command: { hold: held.id } };
};

/** Mostly free coins of the owner; otherwise held or foreign ones among them. */
export function someCoins(world: World, owner: string): Coin[] {
  const all = world.view.all('coin');
  const own = all.filter((coin) => coin.owner === owner);
  return world.choose(world.view.freeCoins(owner), world.random.chance(0.5) ? own : all, MAX_COINS);
}

export function worth(coins: readonly Coin[]): bigint {
  return coins.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

/** A part of an amount, all of it, or now and then more. */
function part({ random }: World, amount: bigint): bigint {
  if (random.chance(0.05)) return amount + 1n;
  if (random.chance(0.2)) return amount;
  const share = (amount * BigInt(random.between(1, 1000))) / 1000n;
  return share > 0n ? share : 1n;
}
