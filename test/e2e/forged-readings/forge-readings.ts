/** Forged blocks over REST, each followed by a good one of the same meter. */
import { encodeSubmission, profileBlockHash, type SignedProfileBlock } from '@commonwatt/chaincode/domain';
import { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import { Expectations, type Finding } from '../faults/finding.ts';
import type { Market } from '../market.ts';
import type { Party } from '../party.ts';
import { FORGERIES } from './forgeries.ts';
import type { Forgery, Workshop } from './forgery.ts';
import { Victim } from './victim.ts';

export interface ForgeOptions {
  readonly forgeries: number;
  /** Meters under attack at the same time, an even number. */
  readonly meters: number;
  readonly seed: number;
}

/** None is accepted, each is refused with its own code, and afterwards its meter goes on where it was. */
export async function forgeReadings(market: Market, options: ForgeOptions): Promise<Finding> {
  const expectations = new Expectations();
  const attack = await prepare(market, options);
  const answers = new Map<string, number>();
  for (let done = 0; done < options.forgeries; done += attack.victims.length) {
    const victims = attack.victims.slice(0, options.forgeries - done);
    await Promise.all(
      victims.map(async (victim, index) => {
        const forgery = FORGERIES[(done + index) % FORGERIES.length];
        if (forgery === undefined) throw new RangeError('there is no such forgery');
        const answer = await attempt(attack, victim, forgery, expectations);
        const key = `${forgery.name}: \`${answer}\``;
        answers.set(key, (answers.get(key) ?? 0) + 1);
      }),
    );
  }
  for (const victim of attack.victims) await expectOwnBlocks(attack.riverside, victim, expectations);
  const figures = [...answers].map(([name, count]) => [name, count.toString()] as const);
  return {
    figures: [['forged blocks', options.forgeries.toString()], ...figures],
    violations: expectations.violations,
  };
}

interface Attack {
  readonly riverside: Party;
  readonly hillside: Party;
  readonly victims: readonly Victim[];
  readonly unapproved: Workshop['unapproved'];
}

/** Roofs of one member of Riverside, which have reported some days. */
async function prepare(market: Market, { meters, seed }: ForgeOptions): Promise<Attack> {
  const { riverside, hillside } = market.offices;
  const owner = await market.member(riverside);
  const owners = Array.from({ length: meters / 2 }, () => owner);
  const roofs = await market.connectRoofs(riverside, owners);
  const victims = roofs
    .flatMap(({ pointMeter, deviceMeter }) => [pointMeter, deviceMeter])
    .map((meter, index) => new Victim(meter, market.channel, seed * meters + index + 1));
  await Promise.all(
    victims.map(async (victim) => {
      const verdicts = await riverside.deliver(encodeSubmission(victim.history()));
      const refused = verdicts.find((verdict) => verdict !== 'accepted');
      if (refused !== undefined) throw new Error(`a good block was answered ${refused}`);
    }),
  );
  const submitted = new MeteredRoof(owner.account, market.name('r'));
  await market.submitRoofs(riverside, [submitted]);
  return { riverside, hillside, victims, unapproved: [submitted.pointMeter, submitted.deviceMeter] };
}

/** @returns what the forgery was answered */
async function attempt(
  { riverside, hillside, victims, unapproved }: Attack,
  victim: Victim,
  forgery: Forgery,
  expectations: Expectations,
): Promise<string> {
  const other = victims[(victims.indexOf(victim) + 1) % victims.length] ?? victim;
  const forged = forgery.forge(victim, { other, unapproved });
  const good = victim.report();
  const { random } = victim;
  // Alone, or in front of a good block of the same delivery, which it must not spoil.
  const isAlone = forgery.abroad === true || random.integer(0, 1) === 0;
  const sender = forgery.abroad === true ? hillside : riverside;
  const delivery = isAlone ? [forged] : [forged, good.signed];
  const [answer = 'nothing', ...more] = await deliver(sender, delivery, random);
  expectations.equal(forgery.name, answer, forgery.expected);
  if (isAlone) {
    await expectHead(riverside, victim, expectations);
    more.push(...(await deliver(riverside, [good.signed], random)));
  }
  expectations.equal(`the good block after one ${forgery.name}`, more, ['accepted']);
  good.keep();
  return answer;
}

/** As bytes, or as JSON. */
async function deliver(
  sender: Party,
  blocks: readonly SignedProfileBlock[],
  random: Victim['random'],
): Promise<string[]> {
  if (random.integer(0, 1) === 0) return await sender.deliver(encodeSubmission(blocks));
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  const body = {
    blocks: blocks.map((block) => ({ body: text(block.body), signature: text(block.signature) })),
  };
  const { verdicts } = await sender.command('/v1/readings', { body });
  return verdicts.map(({ verdict, code }) => code ?? verdict);
}

async function expectHead(reader: Party, victim: Victim, expectations: Expectations): Promise<void> {
  const { kind, id } = victim.meter.subject;
  const path = kind === 'point' ? '/v1/connection-points/{id}/head' : '/v1/devices/{id}/head';
  const { sequence, hash, coveredUntil } = await reader.get(path, { path: { id } });
  expectations.equal(`the head of ${kind} ${id}`, { sequence, hash, coveredUntil }, victim.tip);
}

/** What the ledger has of the meter is what the meter itself has reported. */
async function expectOwnBlocks(reader: Party, victim: Victim, expectations: Expectations): Promise<void> {
  const { kind, id } = victim.meter.subject;
  const blocks = await reader.list('/v1/readings', { query: { kind, subject: id, sort: 'position' } });
  const reported = victim.accepted.map(({ body }) => profileBlockHash(victim.channel, body));
  expectations.equal(
    `the blocks of ${kind} ${id}`,
    blocks.map(({ hash }) => hash),
    reported,
  );
}
