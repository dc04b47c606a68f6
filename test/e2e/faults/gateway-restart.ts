/** A gateway is killed while it works on many commands, and must know afterwards what became of each of them. */
import { setTimeout as pause } from 'node:timers/promises';
import { profileBlockHash, requestIdOf, type SchemeTerms } from '@commonwatt/chaincode/domain';
import { CommonwattClient, Unanswered } from '@commonwatt/client';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import { INTERVAL_SEC, type MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import { firstReadingAt, type Market } from '../market.ts';
import { codeOf, type Party } from '../party.ts';
import { expectBalancedBooks } from './balanced-books.ts';
import { addGranularScheme, generate } from './certificates.ts';
import { Expectations, type Finding } from './finding.ts';
import { awaitHealed, kill } from './kill.ts';
import { expectRebuiltAlike } from './rebuilt-read-model.ts';
import { unitsOf, wealthOf } from './wealth.ts';

export interface GatewayRestartOptions {
  /** Kills. */
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** Commands under way when the gateway is killed. */
const COMMANDS = { payment: 20, hold: 10, offer: 15, readings: 5 };
type Kind = keyof typeof COMMANDS;
/** The gateway is killed when it has taken at least so many of them ... */
const LEAST_TAKEN = 5;
/** ... and at most so much later. */
const LATEST_MS = 2_000;
/** Billionths, units, or millionths of the currency per kWh. */
const NUMBER = { least: 1, most: 100 };
/** Each enough for many commands, and together enough for all of a round at once. */
const COINS = 38;
const COIN = 1_000_000n;
/** Most outputs of one payment, one place left for change. */
const OUTPUTS = 19;
const OPEN_SEC = 86_400;
const RESOLVED_WITHIN_MS = 120_000;

interface Stage {
  readonly scheme: SchemeTerms;
  readonly sender: Party;
  readonly payee: Party;
  readonly roofs: readonly MeteredRoof[];
}

interface Command {
  readonly kind: Kind;
  readonly key: string;
  readonly number: number;
  readonly expiresAt: number;
  /** Of readings. */
  readonly reading: Reading | undefined;
}

/** What a meter signed, and for which device. */
interface Reading {
  readonly device: string;
  readonly hash: string;
  readonly block: { readonly body: string; readonly signature: string };
}

/** Counted over all rounds. */
interface Tally {
  taken: number;
  untaken: number;
  committed: number;
  failed: number;
  readonly awayMs: number[];
}

/** Every command that the gateway had taken is resolved truthfully, and what is sent again is done once. */
export async function killGateways(
  market: Market,
  { rounds, seed, say }: GatewayRestartOptions,
): Promise<Finding> {
  const expectations = new Expectations();
  const random = new SeededRandom(seed);
  const stage = await setStage(market, rounds);
  const tally: Tally = { taken: 0, untaken: 0, committed: 0, failed: 0, awayMs: [] };
  const sent: Command[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const commands = makeCommands(market, stage, random);
    sent.push(...commands);
    const taken = await sendAndKill(market, stage, commands, random, tally);
    await expectTruth(market, stage, commands, taken, { expectations, tally });
    await sendAgain(stage, commands, taken, expectations);
    say(`${round} of ${rounds}: ${taken.size} of ${commands.length} taken, ${tally.failed} failed so far`);
  }
  await expectOnce(market, stage, sent, expectations);
  await expectRebuiltAlike(market.consortium, 'Riverside', expectations);
  await expectBalancedBooks(market.consortium, expectations);
  return {
    figures: [
      ['kills', rounds],
      ['commands sent before a kill', sent.length],
      ['taken before the kill', tally.taken],
      ['of these committed, in the end', tally.committed],
      ['of these failed because nothing had been broadcast, or what had been was invalid', tally.failed],
      ['not answered', tally.untaken],
      ['longest time until the gateway was ready again, s', (Math.max(...tally.awayMs) / 1000).toFixed(1)],
    ],
    violations: expectations.violations,
  };
}

async function setStage(market: Market, rounds: number): Promise<Stage> {
  const { riverside, hillside } = market.offices;
  const [[sender, funder], payee] = await Promise.all([
    market.enrol(riverside, ['prosumer', 'consumer']),
    market.member(hillside),
  ]);
  if (sender === undefined || funder === undefined) throw new Error('two members were enrolled');
  const scheme = await addGranularScheme(market);
  await generate(
    market,
    { manager: riverside, owner: sender, scheme },
    rounds * COMMANDS.offer * NUMBER.most,
  );
  await market.mint(funder, BigInt(COINS) * COIN);
  const output = { account: sender.account, amount: COIN.toString() };
  for (let coins = 0; coins < COINS; coins += OUTPUTS) {
    const outputs = Array.from({ length: Math.min(OUTPUTS, COINS - coins) }, () => output);
    await funder.command('/v1/payments', { body: { outputs } });
  }
  const owners = Array.from({ length: COMMANDS.readings }, () => sender);
  return { scheme, sender, payee, roofs: await market.connectRoofs(riverside, owners) };
}

/** The round's commands, in a seeded order; each meter signs its next hour. */
function makeCommands(market: Market, { roofs }: Stage, random: SeededRandom): Command[] {
  const expiresAt = Math.floor(Date.now() / 1000) + OPEN_SEC;
  const commands = Object.entries(COMMANDS).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, position): Command => {
      const number = random.integer(NUMBER.least, NUMBER.most);
      const roof = kind === 'readings' ? roofs[position] : undefined;
      const reading = roof && signHour(market, roof, number);
      return { kind: kind as Kind, key: market.name('key'), number, expiresAt, reading };
    }),
  );
  return commands
    .map((command) => ({ command, place: random.integer(0, Number.MAX_SAFE_INTEGER) }))
    .sort((a, b) => a.place - b.place)
    .map(({ command }) => command);
}

function signHour({ channel }: Market, { device, deviceMeter }: MeteredRoof, wh: number): Reading {
  const { signed, accept } = deviceMeter.signNext(channel, {
    start: deviceMeter.tip.coveredUntil ?? firstReadingAt(),
    intervalSec: INTERVAL_SEC,
    registers: [{ register: 'generation', values: [wh], estimated: [] }],
  });
  accept();
  const block = { body: base64url(signed.body), signature: base64url(signed.signature) };
  return { device, hash: profileBlockHash(channel, signed.body), block };
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

/** @returns ids of the operations of those commands that the gateway had taken when it died, by key */
async function sendAndKill(
  market: Market,
  stage: Stage,
  commands: readonly Command[],
  random: SeededRandom,
  tally: Tally,
): Promise<Map<string, string>> {
  const enough = random.integer(LEAST_TAKEN, commands.length);
  const delayMs = random.integer(0, LATEST_MS);
  const taken = new Map<string, string>();
  const impatient = new CommonwattClient({
    url: market.gatewayUrl('Riverside'),
    token: stage.sender.token,
    patienceMs: 0,
  });
  const isEnough = Promise.withResolvers<undefined>();
  const sending = commands.map(async (command) => {
    try {
      const { id } = await start(impatient, stage, command);
      taken.set(command.key, id);
      if (taken.size === enough) isEnough.resolve(undefined);
    } catch (error) {
      // It was not taken as far as its sender knows; whether it was, shows when it is sent again.
      if (!(error instanceof Unanswered)) throw error;
    }
  });
  await Promise.race([isEnough.promise, Promise.all(sending)]);
  await pause(delayMs);
  await kill(market.consortium, 'gateway.riverside');
  const died = performance.now();
  await Promise.all(sending);
  await awaitHealed(market.consortium);
  tally.awayMs.push(performance.now() - died);
  tally.taken += taken.size;
  tally.untaken += commands.length - taken.size;
  return taken;
}

/** Each taken command is resolved without being sent again, and what its operation says is what the ledger says. */
async function expectTruth(
  market: Market,
  { sender }: Stage,
  commands: readonly Command[],
  taken: ReadonlyMap<string, string>,
  { expectations, tally }: { expectations: Expectations; tally: Tally },
): Promise<void> {
  for (const command of commands) {
    const id = taken.get(command.key);
    if (id === undefined) continue;
    const { status, error } = await resolved(sender, id);
    if (status === 'committed') tally.committed += 1;
    else tally.failed += 1;
    const isThere = await isOnLedger(market, sender, command);
    const what = `the ${command.kind} ${command.key} is ${status}: ${error?.code ?? ''} ${error?.detail ?? ''}`;
    expectations.equal(`${what}, on the ledger`, isThere, status === 'committed');
    if (status === 'failed') expectations.equal(what, error?.code, 'UNAVAILABLE');
  }
}

/** The operation once it is no longer pending. */
async function resolved(sender: Party, id: string) {
  const deadline = Date.now() + RESOLVED_WITHIN_MS;
  for (;;) {
    const operation = await sender.get('/v1/operations/{id}', { path: { id }, query: { wait: 'commit' } });
    if (operation.status !== 'pending' || Date.now() > deadline) return operation;
  }
}

/** Whether the record that a command makes is there, as the regulator's gateway tells it. */
async function isOnLedger(market: Market, { account }: Party, { kind, key, reading }: Command) {
  const { auditor } = market.offices;
  const idOf = (method: string) => ({ path: { id: requestIdOf(market.channel, account, method, key) } });
  switch (kind) {
    case 'payment':
      return (await codeOf(auditor.get('/v1/payments/{id}', idOf('money:pay')))) === 'accepted';
    case 'hold':
      return (await codeOf(auditor.get('/v1/holds/{id}', idOf('money:hold')))) === 'accepted';
    case 'offer':
      return (await codeOf(auditor.get('/v1/offers/{id}', idOf('trades:offer')))) === 'accepted';
    case 'readings': {
      const query = { kind: 'device' as const, ...(reading && { subject: reading.device }) };
      const blocks = await auditor.list('/v1/readings', { query });
      return blocks.some(({ hash }) => hash === reading?.hash);
    }
  }
}

/** Everything once more under its key, also what was never taken: all of it is done then. */
async function sendAgain(
  stage: Stage,
  commands: readonly Command[],
  taken: ReadonlyMap<string, string>,
  expectations: Expectations,
): Promise<void> {
  await Promise.all(
    commands.map(async (command) => {
      const accepted = await start(stage.sender.client, stage, command);
      const known = taken.get(command.key);
      if (known !== undefined) expectations.equal(`operation of ${command.key}`, accepted.id, known);
      const { status, error } = await resolved(stage.sender, accepted.id);
      expectations.equal(`${command.kind} sent again (${error?.code ?? 'no error'})`, status, 'committed');
    }),
  );
}

/** Sends a command, and answers when the gateway has taken it. */
function start(
  client: CommonwattClient,
  { scheme: { id, version }, payee }: Stage,
  { kind, key: idempotencyKey, number, expiresAt, reading }: Command,
): Promise<{ id: string }> {
  switch (kind) {
    case 'payment': {
      const outputs = [{ account: payee.account, amount: String(number) }];
      return client.start('/v1/payments', { idempotencyKey, body: { outputs } });
    }
    case 'hold': {
      const body = { payee: payee.account, amount: String(number), expiresAt };
      return client.start('/v1/holds', { idempotencyKey, body });
    }
    case 'offer': {
      const body = { scheme: { id, version }, units: number, price: number, expiresAt };
      return client.start('/v1/offers', { idempotencyKey, body });
    }
    case 'readings':
      return client.start('/v1/readings', {
        idempotencyKey,
        body: { blocks: reading ? [reading.block] : [] },
      });
  }
}

/** Counts what is on the ledger, as the own and the regulator's gateway tell it. */
async function expectOnce(
  market: Market,
  { scheme, sender, payee, roofs }: Stage,
  sent: readonly Command[],
  expectations: Expectations,
): Promise<void> {
  const { auditor } = market.offices;
  const of = (kind: Kind): Command[] => sent.filter((command) => command.kind === kind);
  const total = (kind: Kind): number => of(kind).reduce((sum, { number }) => sum + number, 0);
  const spent = BigInt(total('payment') + total('hold'));
  for (const observer of [sender, auditor]) {
    const counts = await Promise.all([
      observer.list('/v1/payments', { query: { from: sender.account } }),
      observer.list('/v1/holds', { query: { payer: sender.account } }),
      observer.list('/v1/offers', { query: { seller: sender.account } }),
    ]);
    expectations.equal(
      'payments, holds, offers',
      counts.map(({ length }) => length),
      [of('payment').length, of('hold').length, of('offer').length],
    );
    const { free, held } = await wealthOf(observer, sender.account);
    expectations.equal('money left', free, BigInt(COINS) * COIN - spent);
    expectations.equal('money held', held, BigInt(total('hold')));
    const { offered } = await unitsOf(observer, sender.account, scheme);
    expectations.equal('units offered', offered, total('offer'));
  }
  const { free: received } = await wealthOf(payee, payee.account);
  expectations.equal('money received', received, BigInt(total('payment')));
  for (const { device } of roofs) {
    const { sequence } = await auditor.get('/v1/devices/{id}/head', { path: { id: device } });
    expectations.equal(`blocks of ${device}`, sequence, of('readings').length / COMMANDS.readings);
  }
}
