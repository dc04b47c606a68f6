import type { MemoryLedger, TestIdentity } from '../ledger/index.ts';
import { MeteredRoof } from '../chaincode/contracts/metered-roof.ts';
import type { Answer } from './market-call.ts';
import { MeteredChain } from './metered-chain.ts';
import { accountOf, PEOPLE } from './people.ts';
import type { Random } from './random.ts';
import { View } from './view.ts';

/** A command on its way. */
export interface Act {
  readonly identity: TestIdentity;
  readonly method: string;
  /** JSON, or the bytes of a submission of readings. */
  readonly command: unknown;
  /** What the answer proves wrong about the chaincode, if anything. */
  readonly judge?: (answer: Answer) => string | undefined;
  /** To be called when the transaction is in a block and valid. */
  readonly settle?: (answer: Answer) => void;
}

/** Makes a command from what is known, right or wrong; undefined when nothing is there to make it of. */
export type Maker = (world: World) => Act | undefined;

/** Roofs of every kind, approved at first. */
export const ROOFS: readonly MeteredRoof[] = [
  new MeteredRoof(accountOf(PEOPLE.anna), 'anna', true, accountOf(PEOPLE.riversideCollector)),
  new MeteredRoof(accountOf(PEOPLE.dora), 'dora', false),
  new MeteredRoof(accountOf(PEOPLE.bruno), 'bruno'),
];
/** At first its point is approved, but its device is not. */
export const UNCONFIRMED_ROOF = new MeteredRoof(accountOf(PEOPLE.emil), 'emil', false);
/** At first only its point is submitted. */
export const POINT_OF_ROOF = new MeteredRoof(accountOf(PEOPLE.dora), 'second');
/** Not known to the ledger at first. */
const UNKNOWN_ROOF = new MeteredRoof(accountOf(PEOPLE.anna), 'third');
export const NEW_ROOFS: readonly MeteredRoof[] = [UNCONFIRMED_ROOF, POINT_OF_ROOF, UNKNOWN_ROOF];

const HOLDERS = [PEOPLE.anna, PEOPLE.dora, PEOPLE.bruno, PEOPLE.emil, PEOPLE.clara, PEOPLE.theo] as const;
/** How often a command is made of what its sender has, and not of anything that is there. */
const RIGHT = 0.85;

/** One random sequence: the ledger, what its clients know, and what they have sent. */
export class World {
  readonly ledger: MemoryLedger;
  readonly random: Random;
  readonly view = new View();
  readonly chains: readonly MeteredChain[];
  readonly sent: Act[] = [];
  readonly #identities = new Map<string, TestIdentity>();
  #keys = 0;

  constructor(ledger: MemoryLedger, random: Random, chains?: readonly MeteredChain[]) {
    this.ledger = ledger;
    this.random = random;
    this.chains =
      chains?.map((chain) => chain.copy()) ??
      [...ROOFS, ...NEW_ROOFS]
        .flatMap(({ pointMeter, deviceMeter }) => [pointMeter, deviceMeter])
        .map((meter) => new MeteredChain(meter));
  }

  get now(): number {
    return this.ledger.clock.nowSec;
  }

  /** An idempotency key; now and then one that was used before. */
  key(): string {
    if (this.#keys > 0 && this.random.chance(0.03)) return `key-${this.random.below(this.#keys)}`;
    this.#keys += 1;
    return `key-${this.#keys}`;
  }

  /** The identity with the key that the person uses now. */
  currently(person: TestIdentity): TestIdentity {
    return this.#identities.get(accountOf(person)) ?? person;
  }

  /** From now on the person uses this identity. */
  become(identity: TestIdentity): void {
    this.#identities.set(accountOf(identity), identity);
  }

  /** Somebody who has certificates and money. */
  holder(): TestIdentity {
    return this.currently(this.random.one(...HOLDERS));
  }

  /** Mostly somebody who has money at hand. */
  payer(): TestIdentity {
    const paying = HOLDERS.filter((holder) => this.view.freeCoins(accountOf(holder)).length > 0);
    return this.currently(this.random.pick(this.isRight() ? paying : HOLDERS) ?? PEOPLE.clara);
  }

  anybody(): TestIdentity {
    return this.currently(this.random.pick(Object.values(PEOPLE)) ?? PEOPLE.anna);
  }

  /** Who this account is, if one of the people. */
  personOf(account: string): TestIdentity {
    const person = Object.values(PEOPLE).find((item) => accountOf(item) === account);
    return this.currently(person ?? PEOPLE.anna);
  }

  account(): string {
    return this.random.chance(0.05) ? 'RiversideMSP/nobody' : accountOf(this.holder());
  }

  /** Mostly some of the right ones, otherwise of all. */
  choose<Item>(right: readonly Item[], all: readonly Item[], most: number): Item[] {
    return this.random.some(this.isRight() ? right : all, most);
  }

  isRight(): boolean {
    return this.random.chance(RIGHT);
  }

  chainOf(subject: string): MeteredChain | undefined {
    return this.chains.find(({ meter }) => meter.subject.id === subject);
  }
}
