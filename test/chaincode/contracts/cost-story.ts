import {
  acceptBid,
  acceptOffer,
  activateAccount,
  approveDevices,
  approvePoints,
  bidForCertificates,
  captureHold,
  confirmDevices,
  confirmPoints,
  confirmProposal,
  encodeSubmission,
  enterOrganisation,
  expireTrades,
  holdMoney,
  issueCertificates,
  LIST_LIMIT,
  makeProposal,
  makeStatement,
  offerCertificates,
  payMoney,
  probe,
  registerAccounts,
  reinstateAccount,
  reinstateDevices,
  reinstateOrganisation,
  reinstatePoints,
  rejectDevices,
  rejectPoints,
  rejectProposal,
  releaseHold,
  retireCertificates,
  retireDevices,
  retirePoints,
  rotateAccountKey,
  submitDevices,
  submitPoints,
  submitReadings,
  suspendAccount,
  suspendDevices,
  suspendOrganisation,
  suspendPoints,
  transferCertificates,
  withdrawBid,
  withdrawOffer,
  withdrawProposal,
  type Holding,
  type MethodDescription,
} from '@commonwatt/chaincode/domain';
import type { TestIdentity } from '../../ledger/index.ts';
import { SCHEME_REF, SCHEME_TERMS } from '../domain/samples.ts';
import { CostSheet, type Cost } from './cost-sheet.ts';
import { MeteredRoof, TestMeter } from './metered-roof.ts';
import { accountOf, TradingMarket } from './trading-market.ts';

const EVIDENCE_HASH = 'E'.repeat(43);
const NEW_KEY_HASH = 'N'.repeat(43);
const REASON = 'inspection';
const PRICE = 200_000;
const HOUR_SEC = 3600;
const QUARTER_SEC = 900;
const QUARTERS_PER_DAY = 96;
const DAY_SEC = QUARTER_SEC * QUARTERS_PER_DAY;
const DEPOSIT = '1000000000000';

/** Calls every method of the chaincode at least once, as it is mostly called, and tells what each call costs. */
export async function tellCosts(): Promise<readonly Cost[]> {
  const trading = await TradingMarket.open();
  try {
    const story = new CostStory(trading);
    await story.probe();
    await story.organisations();
    await story.accounts();
    await story.points();
    await story.devices();
    await story.readings();
    await story.proposals();
    await story.certificates();
    await story.money();
    await story.trades();
    await story.statements();
    return story.costs;
  } finally {
    trading.market.close();
  }
}

type Called = Pick<MethodDescription, 'name' | 'kind'>;

class CostStory {
  readonly #trading: TradingMarket;
  readonly #sheet: CostSheet;
  readonly #manager: TestIdentity;
  readonly #gateway: TestIdentity;
  readonly #gridOperator: TestIdentity;
  readonly #meters: TestMeter[] = [];

  constructor(trading: TradingMarket) {
    this.#trading = trading;
    this.#sheet = new CostSheet(trading.market);
    this.#manager = trading.riversideManager;
    this.#gateway = trading.market.identity('RiversideMSP', 'gateway');
    this.#gridOperator = trading.market.identity('UtilityMSP', 'gridOperator');
  }

  get costs(): readonly Cost[] {
    return this.#sheet.costs;
  }

  async probe(): Promise<void> {
    await this.#trading.market.submit(this.#gateway, activateAccount.name);
    await this.#sheet.call(probe, 'the baseline', this.#gateway);
  }

  async organisations(): Promise<void> {
    const { registrar } = this.#trading;
    const mspId = 'LakesideMSP';
    const entry = { mspId, name: 'Lakeside', kind: 'community' };
    await this.#sheet.call(enterOrganisation, 'the fifth', registrar, entry);
    await this.#sheet.call(suspendOrganisation, 'one of five', registrar, { mspId, reason: REASON });
    await this.#sheet.call(reinstateOrganisation, 'one of five', registrar, { mspId, reason: REASON });
  }

  async accounts(): Promise<void> {
    const ids = Array.from({ length: LIST_LIMIT }, (_, at) => `member-${at}`);
    const accountsOf = (list: string[]) => ({
      accounts: list.map((enrolmentId) => ({ enrolmentId, kind: 'consumer' })),
    });
    await this.#sheet.call(registerAccounts, 'one', this.#manager, accountsOf(['dora']));
    await this.#sheet.call(registerAccounts, `${LIST_LIMIT}`, this.#manager, accountsOf(ids));
    const dora = this.#trading.market.identity('RiversideMSP', 'member', 'dora');
    await this.#sheet.call(activateAccount, 'first call', dora);
    const doubt = { account: accountOf(dora), reason: REASON };
    await this.#sheet.call(suspendAccount, 'a member', this.#manager, doubt);
    await this.#sheet.call(reinstateAccount, 'a member', this.#manager, doubt);
    await this.#sheet.call(rotateAccountKey, 'a member', dora, { keyHash: NEW_KEY_HASH });
  }

  async points(): Promise<void> {
    const { registrar } = this.#trading;
    const meters = Array.from(
      { length: LIST_LIMIT },
      (_, at) => new TestMeter({ kind: 'point', id: `house-${at.toString().padStart(3, '0')}` }),
    );
    this.#meters.push(...meters);
    const ids = meters.map(({ subject }) => subject.id);
    const points = meters.map((meter) => this.#pointOf(meter));
    await this.#sheet.call(submitPoints, `${LIST_LIMIT}`, this.#manager, { points });
    await this.#sheet.call(confirmPoints, `${LIST_LIMIT}`, this.#gridOperator, { ids });
    await this.#sheet.call(approvePoints, `${LIST_LIMIT}`, registrar, { ids });
    const spare = ['spare-1', 'spare-2'].map((id) => new TestMeter({ kind: 'point', id }));
    for (const meter of spare)
      await this.#sheet.call(submitPoints, 'one', this.#manager, { points: [this.#pointOf(meter)] });
    await this.#lifeOf('points', ['spare-1', 'spare-2']);
  }

  async devices(): Promise<void> {
    const roofs = ['one', 'two'].map((name) => new MeteredRoof(accountOf(this.#trading.anna), name));
    const { channel } = this.#trading.market.ledger;
    const points = roofs.map((roof) => roof.pointSubmission(channel));
    const ids = roofs.map(({ point }) => point);
    const { market, registrar } = this.#trading;
    await market.submit(this.#manager, submitPoints.name, { points });
    await market.submit(this.#gridOperator, confirmPoints.name, { ids });
    await market.submit(registrar, approvePoints.name, { ids });
    for (const roof of roofs) {
      const devices = [roof.deviceSubmission(channel)];
      await this.#sheet.call(submitDevices, 'one', this.#manager, { devices });
    }
    await this.#lifeOf('devices', [roofs[0]?.device ?? '', roofs[1]?.device ?? '']);
  }

  async readings(): Promise<void> {
    const { ledger } = this.#trading.market;
    const start = Math.ceil(ledger.clock.nowSec / DAY_SEC) * DAY_SEC;
    ledger.clock.advance(2 * DAY_SEC);
    const measurement = (from: number, quarters: number) =>
      ({
        start: from,
        intervalSec: QUARTER_SEC,
        registers: [
          { register: 'import', values: Array.from({ length: quarters }, () => 200), estimated: [] },
        ],
      }) as const;
    const submit = async (example: string, meters: readonly TestMeter[], from: number, quarters: number) => {
      const blocks = meters.map((meter) => meter.signNext(ledger.channel, measurement(from, quarters)));
      const argument = encodeSubmission(blocks.map(({ signed }) => signed));
      await this.#sheet.call(submitReadings, example, this.#gateway, argument);
      for (const { accept } of blocks) accept();
    };
    await submit('one reading', this.#meters.slice(0, 1), start, 1);
    await submit('a day of one meter', this.#meters.slice(1, 2), start, QUARTERS_PER_DAY);
    await submit(`a day of ${LIST_LIMIT - 2} meters`, this.#meters.slice(2), start, QUARTERS_PER_DAY);
  }

  async proposals(): Promise<void> {
    const { anna, registrar, treasurer } = this.#trading;
    const mint = { kind: 'mint', account: accountOf(anna), amount: DEPOSIT };
    const scheme = { kind: 'scheme', scheme: { ...SCHEME_TERMS, version: 2 } };
    const propose = async (example: string, identity: TestIdentity, subject: object): Promise<string> => {
      const command = { idempotencyKey: this.#trading.key(), subject, evidenceHash: EVIDENCE_HASH };
      return (await this.#sheet.call(makeProposal, example, identity, command)).result.id;
    };
    const minted = await propose('mint', treasurer, mint);
    await this.#sheet.call(confirmProposal, 'mint', registrar, { proposal: minted });
    const coins = [await this.#trading.mint(treasurer, DEPOSIT)];
    const burned = await propose('burn', treasurer, { kind: 'burn', coins });
    await this.#sheet.call(rejectProposal, 'burn', registrar, { proposal: burned, reason: REASON });
    const proposed = await propose('scheme', registrar, scheme);
    await this.#sheet.call(withdrawProposal, 'scheme', registrar, { proposal: proposed });
    const again = await propose('scheme', registrar, scheme);
    await this.#sheet.call(confirmProposal, 'scheme', this.#manager, { proposal: again });
    const lost = { kind: 'accountKey', account: accountOf(anna), keyHash: NEW_KEY_HASH };
    const key = await propose('account key', this.#manager, lost);
    await this.#sheet.call(rejectProposal, 'account key', registrar, { proposal: key, reason: REASON });
  }

  async certificates(): Promise<void> {
    const { anna, bruno } = this.#trading;
    await this.#issue(1, 'one interval of one block, one unit');
    await this.#issue(20, 'one interval of one block, 20 units');
    const whole = await this.#trading.issue(1);
    const part = await this.#trading.issue(2);
    const transfer = (example: string, holding: Holding) =>
      this.#sheet.call(transferCertificates, example, anna, {
        idempotencyKey: this.#trading.key(),
        to: accountOf(bruno),
        pieces: [pieceOf(holding, 1)],
      });
    await transfer('whole holding', whole);
    await transfer('part of a holding', part);
    await this.#sheet.call(retireCertificates, 'whole holding', bruno, {
      idempotencyKey: this.#trading.key(),
      scheme: SCHEME_REF,
      pieces: [pieceOf(whole, 1)],
      purpose: 'compliance',
      period: { start: this.#trading.now - HOUR_SEC, end: this.#trading.now },
    });
  }

  async money(): Promise<void> {
    const { anna, bruno, clara } = this.#trading;
    const price = '200000000';
    const rest = (BigInt(DEPOSIT) - BigInt(price)).toString();
    await this.#create(payMoney, 'one coin, with change', clara, {
      coins: [await this.#trading.mint(clara, DEPOSIT)],
      outputs: [
        { account: accountOf(anna), amount: price },
        { account: accountOf(clara), amount: rest },
      ],
    });
    const hold = async (): Promise<string> =>
      this.#create(holdMoney, 'one coin, with change', clara, {
        coins: [await this.#trading.mint(clara, DEPOSIT)],
        payee: accountOf(bruno),
        amount: price,
        expiresAt: this.#trading.now + DAY_SEC,
      });
    await this.#sheet.call(captureHold, 'a part', bruno, { hold: await hold(), amount: '100000000' });
    await this.#sheet.call(releaseHold, 'by the payee', bruno, { hold: await hold() });
  }

  async trades(): Promise<void> {
    const { anna, clara } = this.#trading;
    const coins = [await this.#trading.mint(clara, DEPOSIT)];
    const whole = await this.#offer(1);
    const part = await this.#offer(2);
    const bought = await this.#create(acceptOffer, 'a whole offer, one coin, with change', clara, {
      offer: whole,
      units: 1,
      coins,
    });
    const again = { offer: part, units: 1, coins: [`${bought}.1`] };
    await this.#create(acceptOffer, 'part of an offer, one coin, with change', clara, again);
    const bid = await this.#bid(await this.#offer(1));
    await this.#create(acceptBid, 'a whole offer', anna, { bid });
    const offer = await this.#offer(1);
    await this.#sheet.call(withdrawBid, 'open', clara, { bid: await this.#bid(offer) });
    await this.#sheet.call(withdrawOffer, 'of one piece', anna, { offer });
    const late = await this.#offer(1);
    const lateBid = await this.#bid(late);
    this.#trading.market.ledger.clock.advance(2 * DAY_SEC);
    await this.#sheet.call(expireTrades, 'an offer and a bid', clara, { offers: [late], bids: [lateBid] });
  }

  async statements(): Promise<void> {
    const { anna, registrar } = this.#trading;
    await this.#sheet.call(makeStatement, 'an account', registrar, { id: `account/${accountOf(anna)}` });
    const [, meter] = this.#meters;
    const id = `block/point/${meter?.subject.id ?? ''}/1`;
    await this.#sheet.call(makeStatement, 'a day of readings', registrar, { id });
  }

  /** What follows submission: the first of the two is rejected, the second one lives to its retirement. */
  async #lifeOf(
    kind: 'points' | 'devices',
    [rejected, kept]: readonly [string, string] | string[],
  ): Promise<void> {
    const { registrar } = this.#trading;
    const [confirm, approve, reject, suspend, reinstate, retire] =
      kind === 'points'
        ? [confirmPoints, approvePoints, rejectPoints, suspendPoints, reinstatePoints, retirePoints]
        : [confirmDevices, approveDevices, rejectDevices, suspendDevices, reinstateDevices, retireDevices];
    const one = { ids: [kept] };
    await this.#sheet.call(reject, 'one', this.#gridOperator, { ids: [rejected], reason: REASON });
    await this.#sheet.call(confirm, 'one', this.#gridOperator, one);
    await this.#sheet.call(approve, 'one', registrar, one);
    await this.#sheet.call(suspend, 'one', registrar, { ...one, reason: REASON });
    await this.#sheet.call(reinstate, 'one', registrar, { ...one, reason: REASON });
    await this.#sheet.call(retire, 'one', this.#manager, { ...one, reason: REASON });
  }

  #pointOf(meter: TestMeter): object {
    return {
      id: meter.subject.id,
      owner: accountOf(this.#trading.anna),
      feeder: 'ieee33',
      bus: 18,
      importLimitW: 20_000,
      exportLimitW: 20_000,
      meter: meter.meter,
      possession: meter.possession(this.#trading.market.ledger.channel),
    };
  }

  async #issue(units: number, example: string): Promise<void> {
    const issued = await this.#trading.generate(units);
    await this.#create(issueCertificates, example, this.#gateway, issued);
  }

  /** @returns the id of what was created */
  async #create(method: Called, example: string, identity: TestIdentity, command: object): Promise<string> {
    const keyed = { idempotencyKey: this.#trading.key(), ...command };
    return (await this.#sheet.call(method, example, identity, keyed)).result.id;
  }

  async #offer(units: number): Promise<string> {
    const holding = await this.#trading.issue(units);
    return this.#create(offerCertificates, `a whole holding of ${units}`, this.#trading.anna, {
      scheme: SCHEME_REF,
      pieces: [pieceOf(holding, units)],
      price: PRICE,
      expiresAt: this.#trading.now + DAY_SEC,
    });
  }

  async #bid(offer: string): Promise<string> {
    const { clara } = this.#trading;
    return this.#create(bidForCertificates, 'one coin, with change', clara, {
      offer,
      units: 1,
      price: PRICE,
      coins: [await this.#trading.mint(clara, DEPOSIT)],
      expiresAt: this.#trading.now + DAY_SEC,
    });
  }
}

function pieceOf({ batch, start }: Holding, units: number): { batch: string; start: number; units: number } {
  return { batch, start, units };
}
