/** Two buyers accept the same offer at the same moment, each at its own organisation's gateway. */
import { ProblemError, type Code } from '@commonwatt/client';
import type { SchemeTerms } from '@commonwatt/chaincode/domain';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { Market } from '../market.ts';
import type { Party } from '../party.ts';
import { expectBalancedBooks } from './balanced-books.ts';
import { addGranularScheme, generate } from './certificates.ts';
import { Expectations, type Finding } from './finding.ts';
import { unitsOf, wealthOf } from './wealth.ts';

export interface OneWinnerOptions {
  readonly rounds: number;
  readonly seed: number;
}

/** Of an offer, in units of a watt-hour. */
const OFFER = { least: 2, most: 40 };
/** Millionths of the currency per kWh: a Wh costs as many billionths. */
const PRICE = { least: 1_000, most: 90_000 };
/** Of each buyer, in billionths: more than it can spend in a thousand rounds. */
const DEPOSIT = 10_000_000_000n;
const OPEN_SEC = 86_400;

interface Round {
  readonly offer: string;
  readonly units: number;
  readonly price: number;
  /** What each buyer asks for: all, or so much that it is not there twice. */
  readonly wanted: number;
}

interface Answer {
  readonly buyer: Party;
  readonly code: Code | 'bought';
  /** Transactions of the purchase that were tried: those that lost against another are invalid. */
  readonly transactions: number;
}

interface Contest {
  readonly scheme: SchemeTerms;
  readonly seller: Party;
  readonly buyers: readonly Party[];
}

/** Every round has one winner, the other one is told the truth, and in the end nothing is missing or left over. */
export async function raceForOffers(market: Market, { rounds, seed }: OneWinnerOptions): Promise<Finding> {
  const expectations = new Expectations();
  const random = new SeededRandom(seed);
  const contest = await prepareContest(market, rounds);
  const before = await Promise.all(contest.buyers.map((buyer) => wealthOf(buyer, buyer.account)));
  const won = new Map(contest.buyers.map((buyer) => [buyer, { rounds: 0, units: 0, paid: 0n }]));
  let contested = 0;
  for (let number = 0; number < rounds; number += 1) {
    const round = await open(contest, random);
    const answers = await Promise.all(contest.buyers.map((buyer) => accept(buyer, round)));
    if (answers.some(({ code, transactions }) => transactions > (code === 'bought' ? 1 : 0))) contested += 1;
    const winner = judge(answers, round, expectations);
    const gains = winner && won.get(winner);
    if (!gains) continue;
    gains.rounds += 1;
    gains.units += round.wanted;
    gains.paid += BigInt(round.price * round.wanted);
    const { status } = await contest.seller.get('/v1/offers/{id}', { path: { id: round.offer } });
    expectations.equal(`status of offer ${number}`, status, round.wanted === round.units ? 'filled' : 'open');
    if (status === 'open')
      await contest.seller.command('/v1/offers/{id}/withdrawals', { path: { id: round.offer }, body: {} });
  }
  const trades = await market.offices.auditor.list('/v1/trades', {
    query: { seller: contest.seller.account },
  });
  expectations.equal('trades', trades.length, rounds);
  for (const [position, [buyer, { units, paid }]] of [...won].entries()) {
    const expected = { free: (before[position]?.free ?? 0n) - paid, held: before[position]?.held };
    for (const observer of [buyer, market.offices.auditor]) {
      expectations.equal('money of a buyer', await wealthOf(observer, buyer.account), expected);
      const held = await unitsOf(observer, buyer.account, contest.scheme);
      expectations.equal('units of a buyer', held, { free: units, offered: 0 });
    }
  }
  await expectNothingReserved(contest, expectations);
  await expectBalancedBooks(market.consortium, expectations);
  return {
    figures: [
      ['rounds', rounds],
      ...[...won].map(([buyer, gains]) => [`won by ${organisationOf(buyer)}`, gains.rounds] as const),
      ['rounds in which an endorsed purchase lost', contested],
    ],
    violations: expectations.violations,
  };
}

async function prepareContest(market: Market, rounds: number): Promise<Contest> {
  const { riverside, hillside, supplier } = market.offices;
  const [seller, member, company] = await Promise.all([
    market.member(hillside),
    market.member(riverside, 'consumer'),
    market.member(supplier, 'thirdParty'),
  ]);
  const scheme = await addGranularScheme(market);
  await generate(market, { manager: hillside, owner: seller, scheme }, rounds * OFFER.most);
  const buyers = [company, member];
  for (const buyer of buyers) await market.mint(buyer, DEPOSIT);
  return { scheme, seller, buyers };
}

/** Opens an offer, and waits until both buyers have seen it: then nothing but the race decides. */
async function open({ scheme, seller, buyers }: Contest, random: SeededRandom): Promise<Round> {
  const units = random.integer(OFFER.least, OFFER.most);
  const price = random.integer(PRICE.least, PRICE.most);
  const wanted = random.integer(0, 1) === 0 ? units : random.integer(Math.floor(units / 2) + 1, units);
  const { id: offer } = await seller.command('/v1/offers', {
    body: {
      scheme: { id: scheme.id, version: scheme.version },
      units,
      price,
      expiresAt: Math.floor(Date.now() / 1000) + OPEN_SEC,
    },
  });
  await Promise.all(buyers.map((buyer) => buyer.get('/v1/offers/{id}', { path: { id: offer } })));
  return { offer, units, price, wanted };
}

async function accept(buyer: Party, { offer, wanted }: Round): Promise<Answer> {
  try {
    const { transactionIds } = await buyer.operation('/v1/offers/{id}/acceptances', {
      path: { id: offer },
      body: { units: wanted },
    });
    return { buyer, code: 'bought', transactions: transactionIds.length };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { buyer, code: error.code, transactions: await transactionsOf(buyer, error) };
  }
}

async function transactionsOf(buyer: Party, { problem: { operation } }: ProblemError): Promise<number> {
  if (operation === undefined) return 0;
  const { transactionIds } = await buyer.get('/v1/operations/{id}', { path: { id: operation } });
  return transactionIds.length;
}

/** The only winner; undefined when there was another number of them. */
function judge(
  answers: readonly Answer[],
  { offer, units, wanted }: Round,
  expectations: Expectations,
): Party | undefined {
  const winners = answers.filter(({ code }) => code === 'bought');
  expectations.equal(`winners of offer ${offer}`, winners.length, 1);
  const truth: Code = wanted === units ? 'OFFER_CLOSED' : 'OFFER_CHANGED';
  for (const { code } of answers) {
    if (code !== 'bought') expectations.equal(`what the loser of offer ${offer} is told`, code, truth);
  }
  return winners.length === 1 ? winners[0]?.buyer : undefined;
}

/** Who can spend everything in one payment, and offer everything at once, has nothing bound any more. */
async function expectNothingReserved(
  { scheme, seller, buyers }: Contest,
  expectations: Expectations,
): Promise<void> {
  for (const buyer of buyers) {
    const { free } = await wealthOf(buyer, buyer.account);
    const outputs = [{ account: seller.account, amount: free.toString() }];
    await buyer.command('/v1/payments', { body: { outputs } });
    expectations.equal('money left', await wealthOf(buyer, buyer.account), { free: 0n, held: 0n });
    await handOver(buyer, seller, scheme);
    expectations.equal('units left', await unitsOf(buyer, buyer.account, scheme), { free: 0, offered: 0 });
  }
}

/** Most pieces that one command takes. */
const PIECES = 50;

/** Gives all units of an account away, in as few transfers as their pieces allow. */
async function handOver(from: Party, to: Party, scheme: SchemeTerms): Promise<void> {
  const holdings = await from.list('/v1/holdings', { query: { owner: from.account, state: ['free'] } });
  const pieces = holdings.map(({ batch, start, end }) => ({ batch, start, units: end - start }));
  for (let at = 0; at < pieces.length; at += PIECES) {
    await from.command('/v1/transfers', {
      body: {
        to: to.account,
        scheme: { id: scheme.id, version: scheme.version },
        pieces: pieces.slice(at, at + PIECES),
      },
    });
  }
}

function organisationOf({ account }: Party): string {
  return account.slice(0, account.indexOf('/'));
}
