import { mustEqual } from '../discrepancy.ts';
import { checkAccounts, checkCaller, checkConsortium } from './caller.ts';
import { expectCertificates } from './certificates.ts';
import { checkCoins, type MoneySupply } from './coins.ts';
import { Expected } from './expected.ts';
import { checkHoldings, countHoldings } from './holdings.ts';
import { Issuances } from './issuance.ts';
import { expectMoney } from './money.ts';
import { Productions } from './production.ts';
import { expectProposals } from './proposals.ts';
import { Readings } from './readings.ts';
import { checkRegistrations } from './registration.ts';
import { State } from './state.ts';
import { checkTimes } from './times.ts';
import { expectTrades } from './trades.ts';
import { Deed, type MarketTransaction } from './transaction.ts';

/** What the books say when they are closed. Energy in Wh, certificates in units, money in billionths. */
export interface Totals {
  readonly energy: {
    readonly meteredWh: number;
    readonly issuedWh: number;
    readonly carriedWh: number;
    /** Metered, and not used for certificates yet. */
    readonly awaitingWh: number;
    readonly readingBlocks: number;
    readonly devices: number;
  };
  readonly certificates: {
    readonly issued: number;
    readonly retired: number;
    readonly retiredWh: number;
    readonly outstanding: number;
  };
  readonly money: { readonly minted: bigint; readonly burned: bigint; readonly outstanding: bigint };
}

/** Begins the keys that only tell whether the network is ready. */
const PROBE = '\0probe\0';

/**
 * The auditor's own books of the market: valid transactions go in one after the other, and the first that breaks a rule
 * is refused with a {@link Discrepancy}. Nothing in here comes from the chaincode; it is the second opinion.
 */
export class Books {
  readonly #state = new State();
  readonly #readings: Readings;
  readonly #productions = new Productions();
  readonly #issuances = new Issuances(this.#productions);
  readonly #supply: MoneySupply = { minted: 0n, burned: 0n, outstanding: 0n };

  constructor({ checkSignatures = true } = {}) {
    this.#readings = new Readings(checkSignatures);
  }

  /** Signatures of meters that were checked. */
  get signatures(): number {
    return this.#readings.signatures;
  }

  /** @throws Discrepancy */
  apply(transaction: MarketTransaction): void {
    const writes = transaction.writes.filter(({ key }) => !key.startsWith(PROBE));
    if (writes.length === 0) return;
    const deed = new Deed({ ...transaction, writes }, this.#state);
    checkCaller(deed);
    checkTimes(deed);
    checkConsortium(deed);
    checkAccounts(deed);
    checkRegistrations(deed);
    for (const block of this.#readings.check(deed)) this.#productions.enter(deed, block);
    const expected = new Expected();
    this.#issuances.expect(deed, expected);
    expectCertificates(deed, expected);
    expectTrades(deed, expected);
    expectMoney(deed, expected);
    expectProposals(deed, expected);
    checkHoldings(deed, expected);
    checkCoins(deed, expected, this.#supply);
    this.#forget(deed);
  }

  /** Drops what no later transaction needs, so that the books grow with what stands and not with what happened. */
  #forget(deed: Deed): void {
    for (const type of ['issuance', 'transfer', 'retirement', 'payment', 'trade'] as const) {
      for (const { name } of deed.changes(type)) this.#state.forget(type, name);
    }
    for (const { name, after } of deed.changes('batch')) {
      this.#state.set('batch', name, after && { ...after, segments: [] });
    }
  }

  /** Counts everything that stands once more. @throws Discrepancy */
  close(): Totals {
    this.#checkLocks();
    const money = { ...this.#supply };
    let coins = 0n;
    for (const { amount } of this.#state.all('coin')) coins += amount;
    mustEqual('minted - burned = sum of all coins', money.minted - money.burned, coins);
    return { energy: this.#energy(), certificates: countHoldings(this.#state), money };
  }

  #energy(): Totals['energy'] {
    const totals = { meteredWh: 0, issuedWh: 0, carriedWh: 0, awaitingWh: 0, devices: 0 };
    for (const device of this.#state.all('device')) {
      const account = this.#issuances.accounts.get(device.id);
      const meteredWh = this.#productions.meteredWh(device);
      const issuedWh = account?.issuedWh ?? 0;
      const carriedWh = account?.carry.reduce((sum, { wh }) => sum + wh, 0) ?? 0;
      const awaitingWh = this.#productions.awaitingWh(device, account?.next ?? { sequence: 1, index: 0 });
      mustEqual('metered = issued + carried + not yet used', meteredWh, issuedWh + carriedWh + awaitingWh, {
        key: `device/${device.id}`,
      });
      totals.meteredWh += meteredWh;
      totals.issuedWh += issuedWh;
      totals.carriedWh += carriedWh;
      totals.awaitingWh += awaitingWh;
      totals.devices += 1;
    }
    return { ...totals, readingBlocks: this.#readings.blocks };
  }

  /** What is locked is locked by something open, and what is open locks it. */
  #checkLocks(): void {
    const expected = new Map<string, number | bigint>();
    const found = new Map<string, number | bigint>();
    const add = (map: typeof found, lock: string, amount: number | bigint) =>
      map.set(lock, BigInt(map.get(lock) ?? 0) + BigInt(amount));
    for (const { id, status, amount } of this.#state.all('bid'))
      if (status === 'open' && amount > 0n) add(expected, `bid/${id}`, amount);
    for (const { id, status, amount } of this.#state.all('hold'))
      if (status === 'open') add(expected, `hold/${id}`, amount);
    for (const { id, status, subject } of this.#state.all('proposal')) {
      if (status !== 'open' || subject.kind !== 'burn') continue;
      for (const coin of subject.coins)
        add(expected, `burn/${id}`, this.#state.get('coin', coin)?.amount ?? 0n);
    }
    for (const { id, pieces } of this.#state.all('offer')) {
      for (const { units } of pieces) add(expected, `offer/${id}`, units);
    }
    for (const { state, amount } of this.#state.all('coin')) {
      if (state.kind === 'held') add(found, `${state.by}/${state.id}`, amount);
    }
    for (const { state, start, end } of this.#state.all('holding')) {
      if (state.kind === 'offered') add(found, `offer/${state.offer}`, end - start);
    }
    for (const key of new Set([...expected.keys(), ...found.keys()])) {
      mustEqual(
        'what is open locks what it needs, and nothing else is locked',
        expected.get(key),
        found.get(key),
        { key },
      );
    }
  }
}
