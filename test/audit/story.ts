import { createHash } from 'node:crypto';
import { encodeSubmission, type ProposalSubject, type SchemeTerms } from '@commonwatt/chaincode/domain';
import { Market } from '../chaincode/contracts/market.ts';
import { INTERVAL_SEC, MeteredRoof } from '../chaincode/contracts/metered-roof.ts';
import type { MemoryLedger, TestIdentity } from '../ledger/index.ts';

export const CHANNEL = 'commonwatt';
const HOUR_SEC = 3600;
const DAY_SEC = 86_400;

const REC: SchemeTerms = {
  id: 'REC',
  version: 1,
  name: 'Renewable energy certificate',
  aliases: [],
  unitWh: 1000,
  sources: ['solar'],
  regions: ['valley'],
  expirySec: 31_536_000,
  reportingWindowSec: 31_536_000,
  retirementPurposes: ['compliance', 'voluntary'],
  beneficiaryRequired: false,
  issuingBody: 'Regulator',
  emissionFactors: { solar: 0 },
};
const SCHEME = { id: REC.id, version: REC.version };
const EVIDENCE_HASH = 'E'.repeat(43);

let told: Promise<MemoryLedger> | undefined;

/** A ledger on which everything happened that can happen on the market, by the real chaincode; for reading only. */
export function tellStory(): Promise<MemoryLedger> {
  return (told ??= tell());
}

async function tell(): Promise<MemoryLedger> {
  const story = await Story.begin();
  await story.readAndIssue();
  await story.trade();
  await story.payAndRetire();
  await story.burnAndSuspend();
  await story.leaveOpen();
  await story.changeKeys();
  await story.turnAway();
  return story.market.ledger;
}

function accountOf({ mspId, id }: TestIdentity): string {
  return `${mspId}/${id}`;
}

export function keyHashOf({ publicKey }: Pick<TestIdentity, 'publicKey'>): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
}

/** What happens, chapter by chapter. */
class Story {
  readonly market: Market;
  readonly anna: TestIdentity;
  readonly dora: TestIdentity;
  readonly bruno: TestIdentity;
  readonly clara: TestIdentity;
  readonly manager: TestIdentity;
  readonly gateway: TestIdentity;
  readonly gridOperator: TestIdentity;
  readonly treasurer: TestIdentity;
  readonly roof: MeteredRoof;
  #keys = 0;
  /** The batch that is traded. */
  #batch = '';

  private constructor(market: Market, members: readonly [TestIdentity, TestIdentity, TestIdentity]) {
    this.market = market;
    [this.anna, this.dora, this.bruno] = members;
    this.clara = market.identity('UtilityMSP', 'buyer', 'clara');
    this.manager = market.identity('RiversideMSP', 'manager');
    this.gateway = market.identity('RiversideMSP', 'gateway');
    this.gridOperator = market.identity('UtilityMSP', 'gridOperator');
    this.treasurer = market.identity('UtilityMSP', 'treasurer');
    this.roof = new MeteredRoof(accountOf(this.anna), 'anna');
  }

  static async begin(): Promise<Story> {
    const market = await Market.open({ channel: CHANNEL });
    const members: [TestIdentity, TestIdentity, TestIdentity] = [
      await market.member('RiversideMSP', 'anna'),
      await market.member('RiversideMSP', 'dora'),
      await market.member('HillsideMSP', 'bruno'),
    ];
    const story = new Story(market, members);
    const supplier = market.identity('UtilityMSP', 'supplier');
    await market.submit(supplier, 'accounts:register', {
      accounts: [{ enrolmentId: 'clara', kind: 'utility' }],
    });
    await story.buildRoof();
    // The first command of each pins its key.
    for (const person of [...members, story.clara, story.treasurer]) {
      await market.submit(person, 'accounts:activate');
    }
    await story.agree(market.registrar, supplier, { kind: 'scheme', scheme: REC });
    await story.mint(story.clara, '9000000000');
    await story.mint(story.treasurer, '500');
    return story;
  }

  get now(): number {
    return this.market.ledger.clock.nowSec;
  }

  async buildRoof(): Promise<void> {
    const { market, roof } = this;
    const { channel } = market.ledger;
    await market.submit(this.manager, 'points:submit', { points: [roof.pointSubmission(channel)] });
    await market.submit(this.manager, 'devices:submit', { devices: [roof.deviceSubmission(channel)] });
    await this.#approve('points', roof.point);
    await this.#approve('devices', roof.device);
  }

  /** Days of readings with a gap, estimates, and energy carried from issue to issue and over the end of a month. */
  async readAndIssue(): Promise<void> {
    const begin = Math.floor(this.now / DAY_SEC) * DAY_SEC - 40 * DAY_SEC;
    const generation = (start: number, values: number[], estimated: [number, number][] = []) =>
      this.#sign(this.roof.deviceMeter, start, [{ register: 'generation' as const, values, estimated }]);
    const signed = [
      generation(begin, [0, 300, 900, 1500, 0, 200]),
      generation(begin + 6 * HOUR_SEC, [0, 0, 4100, 250]),
      generation(begin + 2 * DAY_SEC, [700, 650, 120], [[1, 2]]),
      generation(begin + 39 * DAY_SEC, [12_000, 11_000, 15_900, 1230]),
      this.#sign(this.roof.pointMeter, begin, [
        { register: 'import' as const, values: [400, 0], estimated: [] },
        { register: 'export' as const, values: [0, 90], estimated: [] },
      ]),
    ];
    // A forged copy of a block comes with it, and is refused.
    const forged = signed.slice(0, 1).map(({ body }) => ({ body, signature: Buffer.alloc(64, 1) }));
    await this.market.submit(this.gateway, 'readings:submit', encodeSubmission([...signed, ...forged]));
    await this.#issue([1, 0], [1, 3]);
    await this.#issue([1, 3], [2, 2]);
    await this.#issue([2, 2], [3, 3]);
    const issuance = await this.#issue([4, 0], [4, 3]);
    // The first unit holds carried energy that was estimated, and is a provisional batch of its own.
    this.#batch = `${issuance}.1`;
  }

  /** Transfer, offers and bids, both ways of trading, withdrawal and expiry. */
  async trade(): Promise<void> {
    const { anna, clara, dora } = this;
    await this.create(anna, 'certificates:transfer', { to: accountOf(dora), pieces: [this.#piece(0, 5)] });
    const soon = this.now + DAY_SEC;
    const offered = { scheme: SCHEME, price: 80_000, expiresAt: soon };
    const offer = await this.create(anna, 'trades:offer', { ...offered, pieces: [this.#piece(5, 20)] });
    await this.create(clara, 'trades:acceptOffer', { offer, units: 3, coins: this.#coins(clara) });
    const bid = async (units: number, price: number, expiresAt = soon) =>
      this.create(clara, 'trades:bid', {
        offer,
        units,
        price,
        coins: price === 0 ? [] : this.#coins(clara),
        expiresAt,
      });
    const taken = await bid(4, 70_000);
    const lost = await bid(2, 10_000);
    const late = await bid(1, 10_000, this.now + HOUR_SEC);
    await this.create(anna, 'trades:acceptBid', { bid: taken });
    await this.market.submit(clara, 'trades:withdrawBid', { bid: lost });
    await this.create(anna, 'trades:acceptBid', { bid: await bid(1, 0) });
    const expiring = await this.create(anna, 'trades:offer', {
      ...offered,
      pieces: [this.#piece(25, 5)],
      expiresAt: this.now + HOUR_SEC,
    });
    this.market.ledger.clock.advance(2 * HOUR_SEC);
    await this.market.submit(clara, 'trades:expire', { offers: [expiring], bids: [late] });
    await this.market.submit(anna, 'trades:withdrawOffer', { offer });
  }

  async payAndRetire(): Promise<void> {
    const { bruno, clara } = this;
    await this.create(clara, 'certificates:retire', {
      scheme: SCHEME,
      pieces: [this.#piece(5, 3)],
      purpose: 'compliance',
      beneficiary: { kind: 'account', account: accountOf(clara) },
      period: { start: this.now - DAY_SEC, end: this.now },
    });
    await this.create(clara, 'money:pay', {
      coins: this.#coins(clara),
      outputs: [
        { account: accountOf(bruno), amount: '1000' },
        { account: accountOf(clara), amount: (this.#balance(clara) - 1000n).toString() },
      ],
    });
    const captured = await this.#hold('700');
    const released = await this.#hold('300');
    await this.market.submit(bruno, 'money:capture', { hold: captured, amount: '400' });
    await this.market.submit(bruno, 'money:release', { hold: released });
  }

  async burnAndSuspend(): Promise<void> {
    const { market, treasurer, roof } = this;
    await this.agree(treasurer, market.registrar, { kind: 'burn', coins: this.#coins(treasurer) });
    await this.mint(treasurer, '60');
    const proposal = await this.#proposeBurn();
    await market.submit(market.registrar, 'proposals:reject', { proposal, reason: 'not now' });
    await market.submit(this.gridOperator, 'devices:suspend', { ids: [roof.device], reason: 'inspection' });
    await market.submit(market.registrar, 'devices:reinstate', { ids: [roof.device], reason: 'passed' });
  }

  /** An offer, a bid, a hold and a proposal that are open at the end. */
  async leaveOpen(): Promise<void> {
    const { anna, clara, dora } = this;
    const expiresAt = this.now + DAY_SEC;
    const pieces = [this.#piece(30, 5)];
    const offer = await this.create(anna, 'trades:offer', {
      scheme: SCHEME,
      pieces,
      price: 90_000,
      expiresAt,
    });
    await this.create(clara, 'trades:bid', {
      offer,
      units: 2,
      price: 30_000,
      coins: this.#coins(clara),
      expiresAt,
    });
    await this.#hold('11');
    await this.#proposeBurn();
    await this.market.submit(this.manager, 'accounts:suspend', {
      account: accountOf(dora),
      reason: 'moved away',
    });
  }

  /** A key rotated by its holder, one lost and replaced by two signatures, one rotated before its first use. */
  async changeKeys(): Promise<void> {
    const { market, bruno, anna, manager } = this;
    const renewed = market.organisation('HillsideMSP').reenrol(bruno);
    await market.submit(bruno, 'accounts:rotateKey', { keyHash: keyHashOf(renewed) });
    await market.submit(renewed, 'accounts:rotateKey', { keyHash: keyHashOf(renewed) });
    const keyHash = keyHashOf(market.organisation('RiversideMSP').reenrol(anna));
    await this.agree(manager, market.registrar, { kind: 'accountKey', account: accountOf(anna), keyHash });
    const collector = market.identity('HillsideMSP', 'collector');
    const next = market.organisation('HillsideMSP').reenrol(collector);
    await market.submit(collector, 'accounts:rotateKey', { keyHash: keyHashOf(next) });
    await market.submit(next, 'accounts:activate');
    await market.submit(market.registrar, 'organisations:suspend', {
      mspId: 'HillsideMSP',
      reason: 'review',
    });
    await market.submit(market.registrar, 'organisations:reinstate', {
      mspId: 'HillsideMSP',
      reason: 'passed',
    });
  }

  /** A device that is rejected, and an account that turns out to be an office at its first call. */
  async turnAway(): Promise<void> {
    const { market, manager, roof } = this;
    const { channel } = market.ledger;
    const other = new MeteredRoof(accountOf(this.anna), 'other');
    const submission = { ...other.deviceSubmission(channel), point: roof.point };
    await market.submit(manager, 'devices:submit', { devices: [submission] });
    await market.submit(market.registrar, 'devices:reject', { ids: [other.device], reason: 'no inverter' });
    await this.#certifyExport();
    await market.submit(manager, 'accounts:register', {
      accounts: [{ enrolmentId: 'reader', kind: 'microgrid' }],
    });
    await market.submit(market.identity('RiversideMSP', 'collector', 'reader'), 'accounts:activate');
  }

  /** The export of a point behind which stood a device with a meter, which was rejected, and then one without. */
  async #certifyExport(): Promise<void> {
    const { market, manager } = this;
    const { channel } = market.ledger;
    const owner = accountOf(this.anna);
    const barn = new MeteredRoof(owner, 'barn', false);
    await market.submit(manager, 'points:submit', { points: [barn.pointSubmission(channel)] });
    await this.#approve('points', barn.point);
    const metered = { ...new MeteredRoof(owner, 'shed').deviceSubmission(channel), point: barn.point };
    await market.submit(manager, 'devices:submit', { devices: [metered] });
    await this.#meterExport(barn, 600);
    await market.submit(market.registrar, 'devices:reject', { ids: ['roof-shed'], reason: 'no inverter' });
    await market.submit(manager, 'devices:submit', { devices: [barn.deviceSubmission(channel)] });
    await this.#approve('devices', barn.device);
    await this.#meterExport(barn, 700);
    await this.#issue([1, 0], [3, 0], barn.device);
  }

  async #meterExport({ pointMeter }: MeteredRoof, wh: number): Promise<void> {
    const hour = Math.floor(this.now / HOUR_SEC) * HOUR_SEC;
    const start = pointMeter.tip.coveredUntil ?? hour - 2 * HOUR_SEC;
    const signed = this.#sign(pointMeter, start, [{ register: 'export', values: [wh], estimated: [] }]);
    await this.market.submit(this.gateway, 'readings:submit', encodeSubmission([signed]));
  }

  async #approve(kind: 'points' | 'devices', id: string): Promise<void> {
    await this.market.submit(this.gridOperator, `${kind}:confirm`, { ids: [id] });
    await this.market.submit(this.market.registrar, `${kind}:approve`, { ids: [id] });
  }

  /** Submits a command under a fresh idempotency key. @returns the id of what it created */
  async create(identity: TestIdentity, method: string, command: object): Promise<string> {
    this.#keys += 1;
    const idempotencyKey = `key-${this.#keys}`;
    const { result } = await this.market.submit<{ id: string }>(identity, method, {
      idempotencyKey,
      ...command,
    });
    return result.id;
  }

  async agree(proposer: TestIdentity, confirmer: TestIdentity, subject: ProposalSubject): Promise<void> {
    const proposal = await this.create(proposer, 'proposals:propose', {
      subject,
      evidenceHash: EVIDENCE_HASH,
    });
    await this.market.submit(confirmer, 'proposals:confirm', { proposal });
  }

  async mint(owner: TestIdentity, amount: string): Promise<void> {
    await this.agree(this.treasurer, this.market.registrar, {
      kind: 'mint',
      account: accountOf(owner),
      amount,
    });
  }

  #proposeBurn(): Promise<string> {
    const subject = { kind: 'burn', coins: this.#coins(this.treasurer) };
    return this.create(this.treasurer, 'proposals:propose', { subject, evidenceHash: EVIDENCE_HASH });
  }

  #hold(amount: string): Promise<string> {
    return this.create(this.clara, 'money:hold', {
      payee: accountOf(this.bruno),
      amount,
      coins: this.#coins(this.clara),
      expiresAt: this.now + DAY_SEC,
    });
  }

  #sign(
    meter: MeteredRoof['deviceMeter'],
    start: number,
    registers: Parameters<MeteredRoof['deviceMeter']['signNext']>[1]['registers'],
  ): ReturnType<MeteredRoof['deviceMeter']['signNext']>['signed'] {
    const { signed, accept } = meter.signNext(this.market.ledger.channel, {
      start,
      intervalSec: INTERVAL_SEC,
      registers,
    });
    accept();
    return signed;
  }

  #issue(
    from: readonly [number, number],
    to: readonly [number, number],
    device = this.roof.device,
  ): Promise<string> {
    const position = ([sequence, index]: readonly [number, number]) => ({ sequence, index });
    const command = { device, scheme: SCHEME, from: position(from), to: position(to) };
    return this.create(this.manager, 'certificates:issue', command);
  }

  #piece(start: number, units: number): object {
    return { batch: this.#batch, start, units };
  }

  #free(owner: TestIdentity): { id: string; amount: string }[] {
    return [...this.market.ledger.state]
      .filter(([key]) => key.startsWith('\0coin\0'))
      .map(
        ([, value]) =>
          JSON.parse(value.toString()) as {
            id: string;
            amount: string;
            owner: string;
            state: { kind: string };
          },
      )
      .filter((coin) => coin.owner === accountOf(owner) && coin.state.kind === 'free');
  }

  #coins(owner: TestIdentity): string[] {
    return this.#free(owner).map(({ id }) => id);
  }

  #balance(owner: TestIdentity): bigint {
    return this.#free(owner).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  }
}
