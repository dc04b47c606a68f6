/** A steady load of all kinds of work: payments, trades, readings and enrolments, all of which must succeed. */
import { encodeSubmission, parseAccountId, type SchemeTerms } from '@commonwatt/chaincode/domain';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import { firstReadingAt, type Market } from '../market.ts';
import type { Party } from '../party.ts';
import { addGranularScheme, generate } from './certificates.ts';
import type { Expectations } from './finding.ts';
import { unitsOf, wealthOf } from './wealth.ts';

/** Billionths of the currency, units, or Wh. */
const NUMBER = { least: 1, most: 100 };
/** Millionths of the currency per kWh: a Wh costs as many billionths. */
const PRICE = { least: 1, most: 1_000 };
/** More than the load can spend or sell. */
const DEPOSIT = 1_000_000_000_000n;
const COINS_EACH = 3;
const UNITS = 200_000;
const OPEN_SEC = 86_400;
/** Of the readings: short, so that one block after the other has room in the past. */
const INTERVAL_SEC = 60;

/** What one worker does again and again, each step when the one before is committed. */
type Lane = (random: SeededRandom) => Promise<void>;

/** How a run of the load went. */
export interface LoadRun {
  readonly steps: number;
  readonly seconds: number;
  /** Longest time in which no step of any lane was completed. */
  readonly longestPauseSec: number;
}

interface Account {
  readonly party: Party;
  money: bigint;
  units: number;
}

export class SeededLoad {
  readonly #market: Market;
  readonly #scheme: SchemeTerms;
  /** Riverside's member, Hillside's member, and the Utility's third party. */
  readonly #accounts: readonly [Account, Account, Account];
  readonly #roofs: readonly { manager: Party; roof: MeteredRoof; blocks: number }[];
  readonly #lanes: readonly { random: SeededRandom; work: Lane }[];
  readonly #members: Party[] = [];

  private constructor(
    market: Market,
    scheme: SchemeTerms,
    accounts: readonly [Account, Account, Account],
    roofs: readonly { manager: Party; roof: MeteredRoof }[],
    seed: number,
  ) {
    this.#market = market;
    this.#scheme = scheme;
    this.#accounts = accounts;
    this.#roofs = roofs.map((entry) => ({ ...entry, blocks: 0 }));
    const [river, hill, company] = accounts;
    const { riverside, hillside } = market.offices;
    const lanes: Lane[] = [
      (random) => this.#pay(random, river, hill),
      (random) => this.#pay(random, hill, company),
      (random) => this.#pay(random, company, river),
      (random) => this.#trade(random, river, company),
      (random) => this.#trade(random, hill, river),
      ...this.#roofs.map(
        (_, position): Lane =>
          (random) =>
            this.#report(random, position),
      ),
      (random) => this.#enrol(random.integer(0, 1) === 0 ? riverside : hillside),
    ];
    this.#lanes = lanes.map((work, position) => ({ random: new SeededRandom(seed + position), work }));
  }

  static async open(market: Market, seed: number): Promise<SeededLoad> {
    const { riverside, hillside, supplier } = market.offices;
    const [river, hill, company] = await Promise.all([
      market.member(riverside),
      market.member(hillside),
      market.member(supplier, 'thirdParty'),
    ]);
    const scheme = await addGranularScheme(market);
    for (let coin = 0; coin < COINS_EACH; coin += 1)
      for (const party of [river, hill, company]) await market.mint(party, DEPOSIT);
    await generate(market, { manager: riverside, owner: river, scheme }, UNITS);
    await generate(market, { manager: hillside, owner: hill, scheme }, UNITS);
    const roofs = [
      { manager: riverside, roof: await market.connectRoof(riverside, river) },
      { manager: hillside, roof: await market.connectRoof(hillside, hill) },
    ];
    const money = BigInt(COINS_EACH) * DEPOSIT;
    const accounts: [Account, Account, Account] = [
      { party: river, money, units: UNITS },
      { party: hill, money, units: UNITS },
      { party: company, money, units: 0 },
    ];
    return new SeededLoad(market, scheme, accounts, roofs, seed);
  }

  /**
   * Works on all lanes at once until each has had enough.
   *
   * @param enough told how many steps a lane has done in this run
   */
  async run(enough: (steps: number) => boolean): Promise<LoadRun> {
    const started = performance.now();
    const completed = [started];
    await Promise.all(
      this.#lanes.map(async ({ random, work }) => {
        for (let steps = 0; !enough(steps); steps += 1) {
          await work(random);
          completed.push(performance.now());
        }
      }),
    );
    const pauses = completed.slice(1).map((time, position) => time - (completed[position] ?? time));
    return {
      steps: completed.length - 1,
      seconds: (performance.now() - started) / 1000,
      longestPauseSec: Math.max(0, ...pauses) / 1000,
    };
  }

  /** Everything that was answered as done is there exactly once, as two gateways tell it. */
  async expectSums(expectations: Expectations): Promise<void> {
    const { auditor } = this.#market.offices;
    for (const { party, money, units } of this.#accounts) {
      for (const observer of [party, auditor]) {
        const { account } = party;
        expectations.equal(`money of ${account}`, await wealthOf(observer, account), {
          free: money,
          held: 0n,
        });
        const found = await unitsOf(observer, account, this.#scheme);
        expectations.equal(`units of ${account}`, found, { free: units, offered: 0 });
      }
    }
    for (const { roof, blocks } of this.#roofs) {
      const { sequence } = await auditor.get('/v1/devices/{id}/head', { path: { id: roof.device } });
      expectations.equal(`blocks of ${roof.device}`, sequence, blocks);
    }
    for (const { account, enrolmentId } of this.#members) {
      const path = { organisation: parseAccountId(account).mspId, enrolmentId };
      const { status } = await auditor.get('/v1/accounts/{organisation}/{enrolmentId}', { path });
      expectations.equal(`status of ${account}`, status, 'active');
    }
  }

  async #pay(random: SeededRandom, from: Account, to: Account): Promise<void> {
    const amount = BigInt(random.integer(NUMBER.least, NUMBER.most));
    const outputs = [{ account: to.party.account, amount: amount.toString() }];
    await from.party.command('/v1/payments', { body: { outputs } });
    from.money -= amount;
    to.money += amount;
  }

  async #trade(random: SeededRandom, seller: Account, buyer: Account): Promise<void> {
    const units = random.integer(NUMBER.least, NUMBER.most);
    const price = random.integer(PRICE.least, PRICE.most);
    const { id, version } = this.#scheme;
    const expiresAt = Math.floor(Date.now() / 1000) + OPEN_SEC;
    const body = { scheme: { id, version }, units, price, expiresAt };
    const offer = await seller.party.command('/v1/offers', { body });
    await buyer.party.command('/v1/offers/{id}/acceptances', { path: { id: offer.id }, body: { units } });
    const amount = BigInt(price * units);
    seller.money += amount;
    buyer.money -= amount;
    seller.units -= units;
    buyer.units += units;
  }

  async #report(random: SeededRandom, position: number): Promise<void> {
    const entry = this.#roofs[position];
    if (entry === undefined) throw new RangeError(`no roof ${position}`);
    const { manager, roof } = entry;
    const { signed, accept } = roof.deviceMeter.signNext(this.#market.channel, {
      start: roof.deviceMeter.tip.coveredUntil ?? firstReadingAt(),
      intervalSec: INTERVAL_SEC,
      registers: [
        { register: 'generation', values: [random.integer(NUMBER.least, NUMBER.most)], estimated: [] },
      ],
    });
    const [verdict] = await manager.deliver(encodeSubmission([signed]));
    if (verdict !== 'accepted') throw new Error(`readings of ${roof.device}: ${verdict ?? 'no verdict'}`);
    accept();
    entry.blocks += 1;
  }

  async #enrol(manager: Party): Promise<void> {
    this.#members.push(await this.#market.member(manager, 'consumer'));
  }
}
