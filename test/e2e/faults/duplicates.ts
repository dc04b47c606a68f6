/** Every request is sent many times over, at once and later, through one gateway and past it. */
import { setTimeout as pause } from 'node:timers/promises';
import { CommonwattClient } from '@commonwatt/client';
import type { SchemeTerms } from '@commonwatt/chaincode/domain';
import { runInFlight } from '../../benchmark/in-flight.ts';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { Market } from '../market.ts';
import { codeOf, type Party } from '../party.ts';
import { expectBalancedBooks } from './balanced-books.ts';
import { addGranularScheme, generate } from './certificates.ts';
import { Expectations, type Finding } from './finding.ts';
import { Refused, SecondGateway } from './second-gateway.ts';
import { unitsOf, wealthOf } from './wealth.ts';

export interface DuplicatesOptions {
  readonly keys: number;
  /** Of each request, the first included. */
  readonly copies: number;
  readonly seed: number;
}

const KEYS_AT_ONCE = 4;
/** Copies come within this time: some while the first one is under way, some when it is done. */
const SPREAD_MS = 600;
/** Billionths, units, or millionths of the currency per kWh. */
const NUMBER = { least: 1, most: 100 };
const OPEN_SEC = 86_400;
/** Of the copies of a payment from the account that two gateways serve, every third goes past the first one. */
const PAST_GATEWAY_EVERY = 3;
/** Coins of that account, so that the two gateways pick different ones; each enough for many payments. */
const COINS = 19;
const COIN = 1_000_000n;

interface Stage {
  readonly scheme: SchemeTerms;
  /** Everything of it goes through one gateway. */
  readonly sender: Party;
  /** Two gateways serve it. */
  readonly shared: Party;
  readonly partner: Party;
  readonly seconds: readonly SecondGateway[];
}

/** A request under a key; `number` is its content. */
interface Request {
  readonly kind: Kind;
  readonly key: string;
  readonly number: number;
  readonly expiresAt: number;
}

const KINDS = ['payment', 'hold', 'transfer', 'offer', 'shared payment'] as const;
type Kind = (typeof KINDS)[number];

/** Where a copy of a request was done; the same for all copies. */
interface Trace {
  /** Of the record that it made. */
  readonly id: string;
  /** Of the gateway's operation; undefined past the gateway. */
  readonly operation: string | undefined;
}

/** Each key happens once, and its other copies tell the same. */
export async function repeatRequests(
  market: Market,
  { keys, copies, seed }: DuplicatesOptions,
): Promise<Finding> {
  const expectations = new Expectations();
  const random = new SeededRandom(seed);
  const stage = await setStage(market, keys);
  const expiresAt = Math.floor(Date.now() / 1000) + OPEN_SEC;
  const requests = Array.from({ length: keys }, (_, position): Request => {
    const kind = KINDS[position % KINDS.length] ?? 'payment';
    return { kind, key: market.name('key'), number: random.integer(NUMBER.least, NUMBER.most), expiresAt };
  });
  const delays = requests.map(() =>
    Array.from({ length: copies }, (_, copy) => (copy % 2 === 0 ? 0 : random.integer(0, SPREAD_MS))),
  );
  const started = performance.now();
  const tasks = requests.map((request, position) => async () => {
    await sendCopies(market, stage, request, delays[position] ?? [], expectations);
  });
  await runInFlight(tasks, KEYS_AT_ONCE);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(stage.seconds.map((second) => second.close()));
  await expectOnce(market, stage, requests, expectations);
  await expectBalancedBooks(market.consortium, expectations);
  const count = (kind: Kind): number => requests.filter((request) => request.kind === kind).length;
  return {
    figures: [
      ['keys', keys],
      ['copies of each request', copies],
      ...KINDS.map((kind) => [`keys of ${kind}s`, count(kind)] as const),
      ['requests with another body under the same key', keys],
      ['seconds', seconds.toFixed(1)],
    ],
    violations: expectations.violations,
  };
}

async function setStage(market: Market, keys: number): Promise<Stage> {
  const { riverside, hillside } = market.offices;
  const [[sender, shared], partner] = await Promise.all([
    market.enrol(riverside, ['prosumer', 'consumer']),
    market.member(hillside),
  ]);
  if (sender === undefined || shared === undefined) throw new Error('two members were enrolled');
  const scheme = await addGranularScheme(market);
  await generate(market, { manager: riverside, owner: sender, scheme }, 2 * NUMBER.most * keys);
  await market.mint(sender, BigInt(2 * NUMBER.most * keys) + BigInt(COINS) * COIN);
  // A payment cannot make coins for the payer alone, so the shared account gets its many coins from the other one.
  const outputs = Array.from({ length: COINS }, () => ({ account: shared.account, amount: COIN.toString() }));
  await sender.command('/v1/payments', { body: { outputs } });
  const seconds = ['Utility', 'Hillside'].map((at) => new SecondGateway(market.consortium, 'Riverside', at));
  return { scheme, sender, shared, partner, seconds };
}

async function sendCopies(
  market: Market,
  stage: Stage,
  request: Request,
  delaysMs: readonly number[],
  expectations: Expectations,
): Promise<void> {
  const traces = await Promise.all(
    delaysMs.map(async (delayMs, copy) => {
      await pause(delayMs);
      const past = request.kind === 'shared payment' && copy % PAST_GATEWAY_EVERY === 0;
      return past ? payPast(stage, request, copy) : send(clientOf(market, stage, request), stage, request);
    }),
  );
  const ids = new Set(traces.map(({ id }) => id));
  const operations = new Set(traces.flatMap(({ operation }) => operation ?? []));
  expectations.equal(`records of the ${request.kind} ${request.key}`, ids.size, 1);
  expectations.equal(`operations of the ${request.kind} ${request.key}`, operations.size, 1);

  const other = { ...request, number: request.number + 1 };
  const code = await codeOf(send(clientOf(market, stage, request), stage, other));
  expectations.equal(`another ${request.kind} under its key`, code, 'EXISTS_WITH_DIFFERENT_CONTENT');
  if (request.kind !== 'shared payment') return;
  const refusal = await payPast(stage, other, 0).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );
  expectations.equal('another payment past the gateway', refusal, 'EXISTS_WITH_DIFFERENT_CONTENT');
}

/** A client of its own for each copy: nothing that one has heard makes another wait. */
function clientOf(market: Market, stage: Stage, { kind }: Request): CommonwattClient {
  const { token } = kind === 'shared payment' ? stage.shared : stage.sender;
  return new CommonwattClient({ url: market.gatewayUrl('Riverside'), token });
}

async function send(client: CommonwattClient, stage: Stage, request: Request): Promise<Trace> {
  const { id: operation, result } = await command(client, stage, request);
  return { id: result.id, operation };
}

function command(
  client: CommonwattClient,
  { scheme: { id, version }, partner }: Stage,
  { kind, key: idempotencyKey, number, expiresAt }: Request,
): Promise<{ id: string; result: { id: string } }> {
  const scheme = { id, version };
  const to = partner.account;
  switch (kind) {
    case 'payment':
    case 'shared payment':
      return client.command('/v1/payments', {
        idempotencyKey,
        body: { outputs: [{ account: to, amount: String(number) }] },
      });
    case 'hold':
      return client.command('/v1/holds', {
        idempotencyKey,
        body: { payee: to, amount: String(number), expiresAt },
      });
    case 'transfer':
      return client.command('/v1/transfers', { idempotencyKey, body: { to, scheme, units: number } });
    case 'offer':
      return client.command('/v1/offers', {
        idempotencyKey,
        body: { scheme, units: number, price: number, expiresAt },
      });
  }
}

/** The same payment past the gateway, with a coin that the gateway knows nothing of. */
async function payPast({ shared, partner, seconds }: Stage, request: Request, copy: number): Promise<Trace> {
  const second = seconds[copy % seconds.length];
  if (second === undefined) throw new Error('there is no second gateway');
  const { key: idempotencyKey, number } = request;
  let looks = copy;
  const prepare = async (): Promise<object> => {
    const coins = await shared.list('/v1/coins', { query: { owner: shared.account, state: 'free' } });
    const coin = coins[looks++ % coins.length];
    if (coin === undefined) throw new Error('the account has no coins left');
    const change = BigInt(coin.amount) - BigInt(number);
    const outputs = [
      { account: partner.account, amount: String(number) },
      { account: shared.account, amount: change.toString() },
    ];
    return { idempotencyKey, coins: [coin.id], outputs };
  };
  const { result } = await second.submit<{ id: string }>(shared, 'money:pay', prepare);
  return { id: result.id, operation: undefined };
}

/** Counts what is on the ledger, as the own and the regulator's gateway tell it. */
async function expectOnce(
  market: Market,
  { scheme, sender, shared, partner }: Stage,
  requests: readonly Request[],
  expectations: Expectations,
): Promise<void> {
  const { auditor } = market.offices;
  const of = (kind: Kind): Request[] => requests.filter((request) => request.kind === kind);
  const total = (kind: Kind): number => of(kind).reduce((sum, { number }) => sum + number, 0);
  const paid = total('payment') + total('shared payment');
  for (const observer of [sender, auditor]) {
    const from = { query: { from: sender.account } };
    const counts = await Promise.all([
      observer.list('/v1/payments', from),
      observer.list('/v1/holds', { query: { payer: sender.account } }),
      observer.list('/v1/transfers', from),
      observer.list('/v1/offers', { query: { seller: sender.account } }),
    ]);
    expectations.equal(
      'payments, holds, transfers, offers',
      counts.map(({ length }) => length),
      // One payment more gave the shared account its coins.
      [of('payment').length + 1, of('hold').length, of('transfer').length, of('offer').length],
    );
    const { held } = await wealthOf(observer, sender.account);
    expectations.equal('money held', held, BigInt(total('hold')));
    const { offered } = await unitsOf(observer, sender.account, scheme);
    expectations.equal('units offered', offered, total('offer'));
  }
  for (const observer of [shared, auditor]) {
    const left = BigInt(COINS) * COIN - BigInt(total('shared payment'));
    expectations.equal('money of the shared account', await wealthOf(observer, shared.account), {
      free: left,
      held: 0n,
    });
  }
  for (const observer of [partner, auditor]) {
    expectations.equal('money received', (await wealthOf(observer, partner.account)).free, BigInt(paid));
    const { free } = await unitsOf(observer, partner.account, scheme);
    expectations.equal('units received', free, total('transfer'));
  }
}
