import assert from 'node:assert/strict';
import {
  encodeSubmission,
  type Change,
  type ErrorCode,
  type Holding,
  type IssueCommand,
  type ProposalSubject,
  type Response,
} from '@commonwatt/chaincode/domain';
import type { MemoryLedgerOptions, TestIdentity } from '../../ledger/index.ts';
import { SCHEME_REF, SCHEME_TERMS } from '../domain/samples.ts';
import { codeOfCall, Market } from './market.ts';
import { INTERVAL_SEC, MeteredRoof } from './metered-roof.ts';

export function accountOf({ mspId, id }: TestIdentity): string {
  return `${mspId}/${id}`;
}

/** What commands that create something answer. */
export type Created = Response<{ id: string }>;

/**
 * A market with a scheme, a member with a roof (Anna of Riverside), two buyers (Bruno, a member of Hillside, and Clara
 * of the utility) and the officers who sign.
 */
export class TradingMarket {
  readonly market: Market;
  readonly anna: TestIdentity;
  readonly bruno: TestIdentity;
  readonly clara: TestIdentity;
  readonly registrar: TestIdentity;
  readonly treasurer: TestIdentity;
  readonly supplier: TestIdentity;
  readonly riversideManager: TestIdentity;
  readonly #roof: MeteredRoof;
  #keys = 0;

  private constructor(market: Market, anna: TestIdentity, bruno: TestIdentity) {
    this.market = market;
    this.anna = anna;
    this.bruno = bruno;
    this.clara = market.identity('UtilityMSP', 'buyer', 'clara');
    this.registrar = market.registrar;
    this.treasurer = market.identity('UtilityMSP', 'treasurer');
    this.supplier = market.identity('UtilityMSP', 'supplier');
    this.riversideManager = market.identity('RiversideMSP', 'manager');
    this.#roof = new MeteredRoof(accountOf(anna), 'anna');
  }

  static async open(options: Partial<MemoryLedgerOptions> = {}): Promise<TradingMarket> {
    const market = await Market.open(options);
    const anna = await market.member('RiversideMSP', 'anna');
    const bruno = await market.member('HillsideMSP', 'bruno');
    const trading = new TradingMarket(market, anna, bruno);
    await trading.#register();
    return trading;
  }

  get now(): number {
    return this.market.ledger.clock.nowSec;
  }

  /** A fresh idempotency key. */
  key(): string {
    this.#keys += 1;
    return `key-${this.#keys}`;
  }

  /** Submits a command under a fresh idempotency key, unless it has one. */
  create(identity: TestIdentity, method: string, command: object): Promise<Created> {
    return this.market.submit(identity, method, { idempotencyKey: this.key(), ...command });
  }

  /** Code that the command is refused with, or `accepted`. */
  codeOf(identity: TestIdentity, method: string, command: object): Promise<ErrorCode | 'accepted'> {
    return codeOfCall(this.market.submit(identity, method, command));
  }

  /** Proposes and confirms; the proposal's id. */
  async agree(proposer: TestIdentity, confirmer: TestIdentity, subject: ProposalSubject): Promise<string> {
    const evidenceHash = 'E'.repeat(43);
    const { result } = await this.create(proposer, 'proposals:propose', { subject, evidenceHash });
    await this.market.submit(confirmer, 'proposals:confirm', { proposal: result.id });
    return result.id;
  }

  /** The id of the new coin. */
  async mint(owner: TestIdentity, amount: string): Promise<string> {
    const subject = { kind: 'mint', account: accountOf(owner), amount } as const;
    return `${await this.agree(this.treasurer, this.registrar, subject)}.0`;
  }

  /** Anna's roof generates so many units' energy in an hour; what issues them. */
  async generate(units: number): Promise<Omit<IssueCommand, 'idempotencyKey'>> {
    const { deviceMeter } = this.#roof;
    const { ledger } = this.market;
    const start = ledger.clock.nowSec;
    ledger.clock.advance(INTERVAL_SEC);
    const { signed, accept } = deviceMeter.signNext(ledger.channel, {
      start,
      intervalSec: INTERVAL_SEC,
      registers: [{ register: 'generation', values: [units * SCHEME_TERMS.unitWh], estimated: [] }],
    });
    const gateway = this.market.identity('RiversideMSP', 'gateway');
    await this.market.submit(gateway, 'readings:submit', encodeSubmission([signed]));
    accept();
    const { sequence } = deviceMeter.tip;
    return {
      device: this.#roof.device,
      scheme: SCHEME_REF,
      from: { sequence, index: 0 },
      to: { sequence, index: 1 },
    };
  }

  /** Anna's roof generates so many units' energy in an hour, and they are issued; the holding. */
  async issue(units: number): Promise<Holding> {
    const gateway = this.market.identity('RiversideMSP', 'gateway');
    const { changes } = await this.create(gateway, 'certificates:issue', await this.generate(units));
    const [holding] = changes.flatMap((change) => (change.type === 'holding' ? [change.value] : []));
    assert.ok(holding, 'nothing was issued');
    return holding;
  }

  /** An offer of all units of a holding of Anna's. */
  offer(
    { batch, start, end }: Pick<Holding, 'batch' | 'start' | 'end'>,
    price: number,
    lastsSec = 3600,
  ): Promise<Created> {
    return this.create(this.anna, 'trades:offer', {
      scheme: SCHEME_REF,
      pieces: [{ batch, start, units: end - start }],
      price,
      expiresAt: this.now + lastsSec,
    });
  }

  /** The record of a statement, as the registrar sees it. */
  async stored(id: string): Promise<unknown> {
    const statement = await this.market.evaluate(this.registrar, 'statements:statement', { id });
    return (statement as { value: unknown }).value;
  }

  async #register(): Promise<void> {
    const { market, riversideManager, registrar, supplier } = this;
    const gridOperator = market.identity('UtilityMSP', 'gridOperator');
    const roof = this.#roof;
    const { channel } = market.ledger;
    await market.submit(supplier, 'accounts:register', {
      accounts: [{ enrolmentId: 'clara', kind: 'utility' }],
    });
    await market.submit(riversideManager, 'points:submit', { points: [roof.pointSubmission(channel)] });
    await market.submit(riversideManager, 'devices:submit', { devices: [roof.deviceSubmission(channel)] });
    for (const [kind, id] of [
      ['points', roof.point],
      ['devices', roof.device],
    ] as const) {
      await market.submit(gridOperator, `${kind}:confirm`, { ids: [id] });
      await market.submit(registrar, `${kind}:approve`, { ids: [id] });
    }
    // The first command pins the key, and makes an officer known to the ledger.
    for (const person of [this.treasurer, this.anna, this.bruno, this.clara])
      await market.submit(person, 'accounts:activate');
    await this.agree(registrar, supplier, { kind: 'scheme', scheme: SCHEME_TERMS });
  }
}

/** Coins that a command made, by id. */
export function coinsIn(
  changes: readonly Change[],
): { id: string; owner: string; amount: string; state: string }[] {
  return changes.flatMap((change) =>
    change.type === 'coin'
      ? [
          {
            id: change.value.id,
            owner: change.value.owner,
            amount: change.value.amount,
            state: change.value.state.kind,
          },
        ]
      : [],
  );
}
