/** Many payments out of one account at once, which begins with a single coin. */
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { Market } from '../market.ts';
import type { Party } from '../party.ts';
import { expectBalancedBooks } from './balanced-books.ts';
import { Expectations, type Finding } from './finding.ts';
import { wealthOf } from './wealth.ts';

export interface ConcurrentPaymentsOptions {
  readonly payments: number;
  readonly seed: number;
}

/** Billionths of the currency. */
const AMOUNT = { least: 1, most: 1_000_000_000 };
const MS_PER_SECOND = 1000;

interface Payment {
  readonly payee: Party;
  readonly amount: bigint;
}

/** All payments succeed, and every gateway tells the same exact sums afterwards. */
export async function payAtOnce(
  market: Market,
  { payments: count, seed }: ConcurrentPaymentsOptions,
): Promise<Finding> {
  const expectations = new Expectations();
  const { payer, payees } = await openAccounts(market);
  const random = new SeededRandom(seed);
  const payments = Array.from({ length: count }, (): Payment => {
    const payee = payees[random.integer(0, payees.length - 1)];
    if (payee === undefined) throw new Error('there is nobody to pay');
    return { payee, amount: BigInt(random.integer(AMOUNT.least, AMOUNT.most)) };
  });
  const due = sum(payments);
  // What is left over is less than most payments: they must share one coin to the last.
  await market.mint(payer, due + 1n);

  const started = performance.now();
  const operations = await Promise.allSettled(payments.map((payment) => pay(payer, payment)));
  const seconds = (performance.now() - started) / MS_PER_SECOND;
  for (const operation of operations) {
    if (operation.status === 'rejected')
      expectations.holds(false, `a payment failed: ${String(operation.reason)}`);
  }
  const done = operations.flatMap((operation) => (operation.status === 'fulfilled' ? [operation.value] : []));

  const { auditor } = market.offices;
  for (const observer of [payer, auditor]) {
    expectations.equal('money of the payer', await wealthOf(observer, payer.account), { free: 1n, held: 0n });
    const listed = await observer.list('/v1/payments', { query: { from: payer.account } });
    expectations.equal('payments listed', listed.length, count);
  }
  for (const payee of payees) {
    const received = { free: sum(payments.filter((payment) => payment.payee === payee)), held: 0n };
    for (const observer of [payee, auditor])
      expectations.equal('money of a payee', await wealthOf(observer, payee.account), received);
  }
  await expectBalancedBooks(market.consortium, expectations);
  return {
    figures: [
      ['payments at once', count],
      ['succeeded', done.length],
      ['transactions tried', done.reduce((total, { transactionIds }) => total + transactionIds.length, 0)],
      ['blocks they took', new Set(done.map(({ blockNumber }) => blockNumber)).size],
      ['seconds until the last was committed', seconds.toFixed(1)],
    ],
    violations: expectations.violations,
  };
}

/** A payer in Riverside, and payees at three gateways. */
async function openAccounts(market: Market): Promise<{ payer: Party; payees: Party[] }> {
  const { riverside, hillside, supplier } = market.offices;
  const [[payer, neighbour], other, company] = await Promise.all([
    market.enrol(riverside, ['consumer', 'prosumer']),
    market.member(hillside),
    market.member(supplier, 'thirdParty'),
  ]);
  if (payer === undefined || neighbour === undefined) throw new Error('two members were enrolled');
  return { payer, payees: [neighbour, other, company] };
}

function pay(payer: Party, { payee, amount }: Payment) {
  const outputs = [{ account: payee.account, amount: amount.toString() }];
  return payer.operation('/v1/payments', { body: { outputs } });
}

function sum(payments: readonly Payment[]): bigint {
  return payments.reduce((total, { amount }) => total + amount, 0n);
}
