import {
  type DeviceSubmission,
  encodeSubmission,
  type PointSubmission,
  type ReadingsResult,
  type Response,
  type Role,
  type Scheme,
  schemeTerms,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import type { MemoryLedgerOptions, TestIdentity } from '../../ledger/index.ts';
import { REC } from '../domain/certificate/issuing.ts';
import { possessionOf } from '../domain/meter/possession.ts';
import { SimulatedMeter } from '../domain/reading/metering.ts';
import { Market } from './market.ts';

const EVIDENCE_HASH = 'E'.repeat(43);

/** A market with one member's house and the solar roof on it, both metered and approved, and a scheme. */
export class MeteredMarket {
  readonly market: Market;
  readonly owner: TestIdentity;
  readonly house = new SimulatedMeter({ kind: 'point', id: 'house-001' });
  readonly roof = new SimulatedMeter({ kind: 'device', id: 'roof-0001' });

  private constructor(market: Market, owner: TestIdentity) {
    this.market = market;
    this.owner = owner;
  }

  static async open(options: Partial<MemoryLedgerOptions> = {}): Promise<MeteredMarket> {
    const market = await Market.open(options);
    const owner = await market.member('RiversideMSP', 'anna');
    const metered = new MeteredMarket(market, owner);
    await metered.#register();
    await metered.addScheme(REC);
    return metered;
  }

  riverside(role: Role): TestIdentity {
    return this.market.identity('RiversideMSP', role);
  }

  /** Submits blocks through the member's own co-operative, or as told. */
  submit(
    blocks: readonly SignedProfileBlock[],
    identity = this.riverside('gateway'),
  ): Promise<Response<ReadingsResult>> {
    return this.market.submit<ReadingsResult>(identity, 'readings:submit', encodeSubmission(blocks));
  }

  /** Enters a scheme with its two signatures. */
  async addScheme(scheme: Scheme): Promise<void> {
    const proposed = await this.market.submit<{ id: string }>(this.market.registrar, 'proposals:propose', {
      idempotencyKey: `${scheme.id}-${scheme.version}`,
      subject: { kind: 'scheme', scheme: schemeTerms.strip().parse(scheme) },
      evidenceHash: EVIDENCE_HASH,
    });
    await this.market.submit(this.riverside('manager'), 'proposals:confirm', {
      proposal: proposed.result.id,
    });
  }

  async #register(): Promise<void> {
    const owner = `${this.owner.mspId}/${this.owner.id}`;
    const { house, roof } = this;
    await this.#approve('points', {
      id: house.subject.id,
      owner,
      feeder: 'ieee33',
      bus: 18,
      importLimitW: 20_000,
      exportLimitW: 10_000,
      meter: house.meter,
      possession: possessionOf(house),
    });
    await this.#approve('devices', {
      id: roof.subject.id,
      owner,
      point: house.subject.id,
      source: 'solar',
      technology: 'photovoltaic',
      capacityW: 5000,
      commissionedAt: 1_700_000_000,
      supportStatus: 'none',
      region: 'North',
      meter: roof.meter,
      possession: possessionOf(roof),
    });
  }

  async #approve(kind: 'points' | 'devices', submission: PointSubmission | DeviceSubmission): Promise<void> {
    const { market } = this;
    const ids = { ids: [submission.id] };
    const verdicts = [
      ...(await market.verdicts(this.riverside('manager'), `${kind}:submit`, { [kind]: [submission] })),
      ...(await market.verdicts(market.identity('UtilityMSP', 'gridOperator'), `${kind}:confirm`, ids)),
      ...(await market.verdicts(market.registrar, `${kind}:approve`, ids)),
    ];
    if (verdicts.some((verdict) => verdict !== 'done'))
      throw new Error(`${submission.id}: ${verdicts.join()}`);
  }
}
