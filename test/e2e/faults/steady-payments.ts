/** Many payments under way at any time, through the gateways of three organisations, until it is enough. */
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { Market } from '../market.ts';
import type { Party } from '../party.ts';
import type { Expectations } from './finding.ts';
import { wealthOf } from './wealth.ts';

/** Of one account: coins that differ can be spent at the same time. */
const COINS = 19;
/** Billionths of the currency: one coin pays for far more payments than a run has. */
const COIN = 1_000_000_000n;
const AMOUNT = { least: 1, most: 100 };

interface Payer {
  readonly party: Party;
  readonly payee: Party;
  readonly random: SeededRandom;
  paid: bigint;
}

export class SteadyPayments {
  readonly #auditor: Party;
  readonly #payers: readonly Payer[];
  #committed = 0;
  #isOver = false;
  #work: Promise<unknown> | undefined;

  private constructor(auditor: Party, payers: readonly Payer[]) {
    this.#auditor = auditor;
    this.#payers = payers;
  }

  /** Members of both co-operatives and a company of the utility pay, each a member of a co-operative. */
  static async open(market: Market, seed: number): Promise<SteadyPayments> {
    const { auditor, riverside, hillside, supplier } = market.offices;
    const [river, hill, [company]] = await Promise.all([
      market.enrol(riverside, ['prosumer', 'consumer', 'consumer']),
      market.enrol(hillside, ['prosumer', 'consumer']),
      market.enrol(supplier, ['thirdParty']),
    ]);
    const pairs: [Party | undefined, Party | undefined][] = [
      [river[0], hill[1]],
      [hill[0], river[1]],
      [company, river[2]],
    ];
    const payers: Payer[] = [];
    for (const [position, [party, payee]] of pairs.entries()) {
      if (party === undefined || payee === undefined) throw new Error('all were enrolled');
      await endow(market, party, payee);
      payers.push({ party, payee, random: new SeededRandom(seed + position), paid: 0n });
    }
    return new SteadyPayments(auditor, payers);
  }

  /** Payments that have been answered as committed. */
  get committed(): number {
    return this.#committed;
  }

  /** Begins; `inFlight` payments are under way from now on. */
  begin(inFlight: number): void {
    const workers = Array.from({ length: inFlight }, async (_, position) => {
      const payer = this.#payers[position % this.#payers.length];
      if (payer === undefined) throw new Error('there is nobody to pay');
      while (!this.#isOver) await this.#pay(payer);
    });
    this.#work = Promise.all(workers);
    // A failure is told by end(), which may be called only later.
    this.#work.catch(() => (this.#isOver = true));
  }

  /** Lets the payments under way end; throws what one of them failed with. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#work;
  }

  /** Every payment was done exactly once, as two gateways tell it. */
  async expectSums(expectations: Expectations): Promise<void> {
    for (const { party, payee, paid } of this.#payers) {
      for (const [owner, amount] of [
        [party, BigInt(COINS) * COIN - paid],
        [payee, paid],
      ] as const) {
        for (const observer of [owner, this.#auditor]) {
          const found = await wealthOf(observer, owner.account);
          expectations.equal(`money of ${owner.account}`, found, { free: amount, held: 0n });
        }
      }
    }
  }

  async #pay(payer: Payer): Promise<void> {
    const amount = BigInt(payer.random.integer(AMOUNT.least, AMOUNT.most));
    const outputs = [{ account: payer.payee.account, amount: amount.toString() }];
    await payer.party.command('/v1/payments', { body: { outputs } });
    payer.paid += amount;
    this.#committed += 1;
  }
}

/** Money in many coins, from somebody who gives away all that it has. */
export async function endow(market: Market, party: Party, giver: Party): Promise<void> {
  await market.mint(giver, BigInt(COINS) * COIN);
  const output = { account: party.account, amount: COIN.toString() };
  const outputs = Array.from({ length: COINS }, () => output);
  await giver.command('/v1/payments', { body: { outputs } });
}
