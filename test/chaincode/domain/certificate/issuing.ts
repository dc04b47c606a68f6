import {
  type AcceptedBody,
  type Batch,
  type Caller,
  CHAIN_START,
  type ChainTip,
  coveredPeriod,
  type Cursor,
  decideIssueCertificates,
  type Device,
  encodeProfileBlock,
  firstCursor,
  type Holding,
  type Issuance,
  type IssueCommand,
  type IssueRecords,
  type Measurement,
  nextBlock,
  type Position,
  type ProfileBlock,
  profileBlockHash,
  type Scheme,
  sequencesIn,
} from '@commonwatt/chaincode/domain';
import { active } from '../samples.ts';
import { CHANNEL, COMMUNITY_MSP, deviceRecord, pointRecord, SimulatedMeter } from '../reading/metering.ts';

export const GATEWAY: Caller = {
  account: `${COMMUNITY_MSP}/gateway`,
  mspId: COMMUNITY_MSP,
  kind: 'community',
  role: 'gateway',
};

export const REC: Scheme = {
  v: 1,
  id: 'REC',
  version: 1,
  name: 'Renewable energy certificate',
  aliases: [],
  unitWh: 1000,
  sources: ['solar', 'wind'],
  regions: ['North'],
  expirySec: 31_536_000,
  reportingWindowSec: 7_776_000,
  retirementPurposes: ['compliance'],
  beneficiaryRequired: false,
  issuingBody: 'Regulator',
  emissionFactors: { solar: 30_000, wind: 11_000 },
};

/** What an issue made. */
export interface Issue {
  readonly issuance: Issuance;
  readonly cursor: Cursor;
  readonly batches: readonly Batch[];
  readonly holdings: readonly Holding[];
}

/** The readings of one roof and the certificates issued from them. */
export class CertifiedRoof {
  readonly device: Device = deviceRecord(new SimulatedMeter({ kind: 'device', id: 'roof-0001' }));
  readonly point = pointRecord(new SimulatedMeter({ kind: 'point', id: 'house-001' }));
  readonly blocks: ProfileBlock[] = [];
  readonly bodies: AcceptedBody[] = [];
  readonly issues: Issue[] = [];
  cursor: Cursor | undefined;
  #tip: ChainTip = CHAIN_START;

  get position(): Position {
    const { sequence, index } = this.cursor ?? firstCursor(this.device.id);
    return { sequence, index };
  }

  /** The end of all readings. */
  get end(): Position {
    return { sequence: this.blocks.length + 1, index: 0 };
  }

  /** Takes readings as accepted; they arrive at their end unless told otherwise. */
  report(measurement: Measurement, arrivedAt?: number): void {
    const subject = { kind: 'device', id: this.device.id } as const;
    const block = nextBlock(this.#tip, subject, measurement);
    const body = encodeProfileBlock(block);
    const { end } = coveredPeriod(block);
    this.blocks.push(block);
    this.bodies.push({ arrivedAt: arrivedAt ?? end, body });
    this.#tip = { sequence: block.sequence, hash: profileBlockHash(CHANNEL, body), coveredUntil: end };
  }

  command(to: Position, scheme: Scheme): IssueCommand {
    const { id, version } = scheme;
    const idempotencyKey = `issue-${this.issues.length}`;
    return { idempotencyKey, device: this.device.id, scheme: { id, version }, from: this.position, to };
  }

  records(command: IssueCommand, scheme: Scheme): IssueRecords {
    const { first, count } = sequencesIn(command);
    return {
      consortium: { v: 1, organisations: [] },
      device: this.device,
      point: this.point,
      owner: active(this.device.owner),
      scheme,
      cursor: this.cursor,
      blocks: Array.from({ length: count }, (_, offset) => this.bodies[first + offset - 1]),
    };
  }

  /** Issues up to `to`, with records and caller changed as told. */
  issue(
    to: Position = this.end,
    scheme = REC,
    changes: Partial<IssueRecords> = {},
    caller = GATEWAY,
    commandChanges: Partial<IssueCommand> = {},
  ): Issue {
    const command = { ...this.command(to, scheme), ...commandChanges };
    const request = {
      id: Buffer.alloc(32, this.issues.length).toString('base64url'),
      account: caller.account,
      at: 1_800_000_000,
      commandHash: 'H'.repeat(43),
    };
    const records = { ...this.records(command, scheme), ...changes };
    const { changes: made } = decideIssueCertificates(CHANNEL, caller, request, command, records);
    const issue = {
      issuance: made.flatMap((change) => (change.type === 'issuance' ? [change.value] : []))[0],
      cursor: made.flatMap((change) => (change.type === 'cursor' ? [change.value] : []))[0],
      holdings: made.flatMap((change) => (change.type === 'holding' ? [change.value] : [])),
      batches: made.flatMap((change) => (change.type === 'batch' ? [change.value] : [])),
    };
    if (issue.issuance === undefined || issue.cursor === undefined)
      throw new Error('an issue has both records');
    const done = { ...issue, issuance: issue.issuance, cursor: issue.cursor };
    this.cursor = done.cursor;
    this.issues.push(done);
    return done;
  }
}
