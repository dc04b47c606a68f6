import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import {
  encodeSubmission,
  type Change,
  type ProposalSubject,
  type SchemeTerms,
} from '@commonwatt/chaincode/domain';
import { MemoryLedger, type Block, type TestIdentity } from '../ledger/index.ts';
import type { MeteredRoof } from '../chaincode/contracts/metered-roof.ts';
import { idIn, submit, type Answer } from './market-call.ts';
import type { MeteredChain } from './metered-chain.ts';
import { accountOf, PEOPLE } from './people.ts';
import { Random } from './random.ts';
import { GC, REC } from './schemes.ts';
import { POINT_OF_ROOF, ROOFS, UNCONFIRMED_ROOF, World } from './world.ts';

const CHAINCODE = fileURLToPath(new URL('../../chaincode', import.meta.url));
const QUARTER_SEC = 900;
const DAY_SEC = 86_400;

/** The ledger that all sequences begin with: everybody entered, all but
 * one with their keys pinned, roofs approved, certificates and money in hands. */
export interface Beginning {
  readonly blocks: readonly Block[];
  readonly changes: readonly Change[];
  readonly chains: readonly MeteredChain[];
  readonly now: number;
}

export async function makeBeginning(): Promise<Beginning> {
  const ledger = await MemoryLedger.start({ chaincode: CHAINCODE, copies: 1 });
  const founding = new Founding(ledger);
  await founding.enterPeople();
  for (const roof of [...ROOFS, UNCONFIRMED_ROOF]) {
    await founding.submit(roof);
    await founding.approve('points', roof.point);
  }
  for (const roof of ROOFS) await founding.approve('devices', roof.device);
  await founding.submitPoint(POINT_OF_ROOF);
  await founding.agree(PEOPLE.registrar, PEOPLE.supplier, { kind: 'scheme', scheme: REC });
  await founding.agree(PEOPLE.registrar, PEOPLE.riversideManager, { kind: 'scheme', scheme: GC });
  for (const holder of [PEOPLE.clara, PEOPLE.theo, PEOPLE.bruno, PEOPLE.emil, PEOPLE.treasurer])
    for (const amount of ['1000000', '70000'])
      await founding.agree(PEOPLE.treasurer, PEOPLE.registrar, {
        kind: 'mint',
        account: accountOf(holder),
        amount,
      });
  const [anna, dora, bruno] = ROOFS;
  assert.ok(anna && dora && bruno);
  ledger.clock.advance(DAY_SEC / 2);
  await founding.issue(anna, PEOPLE.riversideGateway, REC, [4100, 4200, 4300, 4450]);
  await founding.issue(dora, PEOPLE.riversideGateway, REC, [3300, 0, 2200]);
  await founding.issue(bruno, PEOPLE.hillsideGateway, GC, [25, 17]);
  ledger.close();
  const { changes, world } = founding;
  return { blocks: ledger.blocks, changes, chains: world.chains, now: ledger.clock.nowSec };
}

/** A world of its own after the beginning. */
export async function begin(beginning: Beginning, seed: number, copies: 1 | 3): Promise<World> {
  const ledger = await MemoryLedger.start({
    chaincode: CHAINCODE,
    copies,
    start: beginning.now,
    seed: `${seed}`,
  });
  for (const { transactions } of beginning.blocks) ledger.commit(transactions);
  const world = new World(ledger, new Random(seed), beginning.chains);
  world.view.apply(beginning.changes);
  return world;
}

function managerOf({ owner }: MeteredRoof): TestIdentity {
  return owner.startsWith('Riverside') ? PEOPLE.riversideManager : PEOPLE.hillsideManager;
}

class Founding {
  readonly world: World;
  readonly changes: Change[] = [];
  #keys = 0;

  constructor(ledger: MemoryLedger) {
    this.world = new World(ledger, new Random(0));
  }

  async enterPeople(): Promise<void> {
    const { registrar, supplier, riversideManager, hillsideManager } = PEOPLE;
    for (const name of ['Riverside', 'Hillside'])
      await this.#done(registrar, 'organisations:enter', { mspId: `${name}MSP`, name, kind: 'community' });
    const register = (officer: TestIdentity, kind: string, ...ids: string[]) =>
      this.#done(officer, 'accounts:register', {
        accounts: ids.map((enrolmentId) => ({ enrolmentId, kind })),
      });
    await register(riversideManager, 'prosumer', 'anna', 'dora');
    await register(hillsideManager, 'prosumer', 'bruno', 'emil');
    await register(supplier, 'utility', 'clara');
    await register(supplier, 'thirdParty', 'theo');
    const pinned = Object.values(PEOPLE).filter((person) => person !== PEOPLE.emil);
    for (const person of pinned) this.#note(await this.#submit(person, 'accounts:activate', {}));
  }

  async submit(roof: MeteredRoof): Promise<void> {
    await this.submitPoint(roof);
    const devices = [roof.deviceSubmission(this.world.ledger.channel)];
    await this.#done(managerOf(roof), 'devices:submit', { devices });
  }

  async submitPoint(roof: MeteredRoof): Promise<void> {
    const points = [roof.pointSubmission(this.world.ledger.channel)];
    await this.#done(managerOf(roof), 'points:submit', { points });
  }

  async approve(kind: 'points' | 'devices', id: string): Promise<void> {
    await this.#done(PEOPLE.gridOperator, `${kind}:confirm`, { ids: [id] });
    await this.#done(PEOPLE.registrar, `${kind}:approve`, { ids: [id] });
  }

  async agree(proposer: TestIdentity, confirmer: TestIdentity, subject: ProposalSubject): Promise<void> {
    const evidenceHash = 'E'.repeat(43);
    const command = { idempotencyKey: this.#key(), subject, evidenceHash };
    const proposal = idIn(await this.#done(proposer, 'proposals:propose', command));
    await this.#done(confirmer, 'proposals:confirm', { proposal });
  }

  /** The roof generates or exports these Wh in quarters of an hour, which are issued. */
  async issue(
    roof: MeteredRoof,
    gateway: TestIdentity,
    { id, version }: SchemeTerms,
    values: readonly number[],
  ): Promise<void> {
    const { ledger } = this.world;
    const chain = this.world.chainOf(roof.hasDeviceMeter ? roof.device : roof.point);
    assert.ok(chain);
    const register = roof.hasDeviceMeter ? 'generation' : 'export';
    const measurement = {
      start: this.world.now - values.length * QUARTER_SEC,
      intervalSec: QUARTER_SEC,
      registers: [{ register, values, estimated: [] }],
    } as const;
    const { signed, tip } = chain.sign(ledger.channel, chain.tip, measurement);
    await this.#done(gateway, 'readings:submit', encodeSubmission([signed]));
    chain.accept(signed, tip, measurement);
    const range = { from: { sequence: 1, index: 0 }, to: { sequence: 1, index: values.length } };
    const command = { idempotencyKey: this.#key(), device: roof.device, scheme: { id, version }, ...range };
    await this.#done(gateway, 'certificates:issue', command);
  }

  /** Unlike those of the sequences, whose requests shall be new. */
  #key(): string {
    this.#keys += 1;
    return `beginning-${this.#keys}`;
  }

  async #done(identity: TestIdentity, method: string, command: unknown): Promise<Answer> {
    const answer = await this.#submit(identity, method, command);
    assert.equal(answer.code, 'done', `${method}: ${answer.code} ${answer.detail}`);
    this.#note(answer);
    return answer;
  }

  #submit(identity: TestIdentity, method: string, command: unknown): Promise<Answer> {
    return submit(this.world.ledger, identity, method, command);
  }

  #note({ changes }: Answer): void {
    this.changes.push(...changes);
    this.world.view.apply(changes);
  }
}
