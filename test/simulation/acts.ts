import type { TestIdentity } from '../ledger/index.ts';
import * as certificates from './certificate-acts.ts';
import * as money from './money-acts.ts';
import { accountOf, IMPOSTOR, PEOPLE, STRANGER } from './people.ts';
import * as proposals from './proposal-acts.ts';
import { submitReadings } from './reading-acts.ts';
import * as registration from './registration-acts.ts';
import * as trades from './trade-acts.ts';
import type { Act, Maker, World } from './world.ts';

/** How often each command is made, relative to the others. */
const WEIGHTS: readonly (readonly [weight: number, maker: Maker])[] = [
  [12, submitReadings],
  [10, certificates.issue],
  [6, certificates.transfer],
  [6, certificates.retire],
  [6, money.pay],
  [4, money.hold],
  [3, money.capture],
  [3, money.release],
  [8, trades.offer],
  [5, trades.bid],
  [8, trades.acceptOffer],
  [4, trades.acceptBid],
  [2, trades.withdrawOffer],
  [2, trades.withdrawBid],
  [3, trades.expire],
  [5, proposals.propose],
  [4, proposals.confirm],
  [1, proposals.reject],
  [1, proposals.withdraw],
  [1, registration.enterOrganisation],
  [1.5, registration.judgeOrganisation],
  [1, registration.registerAccounts],
  [1, registration.activateAccount],
  [1.5, registration.judgeAccount],
  [1.5, registration.rotateKey],
  [1, registration.submitPoints],
  [1, registration.submitDevices],
  [5, registration.changeStanding],
  [0.5, registration.probe],
  [3, registration.statement],
];
/** Each maker as often as its weight says, in halves. */
const MAKERS = WEIGHTS.flatMap(([weight, maker]) => Array.from({ length: weight * 2 }, () => maker));

/** The next command: a new one, one sent before, or one that somebody has meddled with. */
export function nextAct(world: World): Act {
  const { random } = world;
  const earlier = random.chance(0.06) ? random.pick(world.sent) : undefined;
  const act = earlier ?? newAct(world);
  world.sent.push(act);
  if (random.chance(0.03)) return meddled(world, act);
  return random.chance(0.05) ? { ...act, identity: somebodyElse(world, act) } : act;
}

/** Somebody at random, the sender with the key that it had at first, or who may not call at all. */
function somebodyElse(world: World, { identity }: Act): TestIdentity {
  const first = Object.values(PEOPLE).find((person) => accountOf(person) === accountOf(identity)) ?? identity;
  return world.random.one(
    world.anybody(),
    world.anybody(),
    first,
    first,
    world.random.one(IMPOSTOR, STRANGER),
  );
}

function newAct(world: World): Act {
  for (;;) {
    const act = world.random.pick(MAKERS)?.(world);
    if (act !== undefined) return act;
  }
}

const NONSENSE = [-1, 0, 0.5, 1e21, Number.MAX_SAFE_INTEGER, null, '', '-1', '0', [], {}, true] as const;

/** The command with one value replaced by nonsense, or with a field too many. */
function meddled({ random }: World, act: Act): Act {
  const { identity, method, command } = act;
  if (command instanceof Uint8Array)
    return { identity, method, command: command.subarray(0, random.below(command.length)) };
  const copy = JSON.parse(JSON.stringify(command)) as object;
  const places = random.shuffle([...placesIn(copy)]);
  const [place] = places;
  if (place === undefined || random.chance(0.1)) return { identity, method, command: { ...copy, extra: 1 } };
  place.holder[place.name] = random.pick(NONSENSE);
  return { identity, method, command: copy };
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

function* placesIn(value: object): Generator<Place> {
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    yield { holder: value as Record<string, unknown>, name };
    if (inner !== null && typeof inner === 'object') yield* placesIn(inner);
  }
}
