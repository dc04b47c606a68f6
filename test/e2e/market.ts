/** The market of a running network as its offices and members use it: over REST, each at its own organisation. */
import { createHash, randomBytes } from 'node:crypto';
import {
  encodeSubmission,
  type AccountKind,
  type ProposalSubject,
  type SchemeTerms,
} from '@commonwatt/chaincode/domain';
import { CommonwattClient, Horizon } from '@commonwatt/client';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { INTERVAL_SEC, MeteredRoof, type TestMeter } from '../chaincode/contracts/metered-roof.ts';
import { idsOfDone, Party, type RouteLog } from './party.ts';

const DAY_SEC = 86_400;
/** Readings begin this many days back: no test reports more days than that. */
const HISTORY_DAYS = 10;
/** Where the test's roofs are. */
export const REGION = 'valley';
export const PURPOSE = 'compliance';

/** Offices as network/consortium.yaml names them. */
export interface Offices {
  readonly registrar: Party;
  readonly auditor: Party;
  readonly supplier: Party;
  readonly gridOperator: Party;
  readonly treasurer: Party;
  readonly buyer: Party;
  readonly riverside: Party;
  readonly riversideCollector: Party;
  readonly hillside: Party;
}

export class Market {
  readonly consortium: Consortium;
  readonly channel: string;
  /** Marks what this market creates, so that tests can run again on the same ledger. */
  readonly run = randomBytes(4).toString('hex');
  /** Every route that one of its parties has asked. */
  readonly routes: RouteLog = new Set();
  readonly offices: Offices;
  /** All parties read what any of them has written. */
  readonly #horizon = new Horizon();
  #names = 0;

  /** @param makeOffices called once, as soon as parties can be made */
  private constructor(consortium: Consortium, tokens: ReadonlyMap<string, string>) {
    this.consortium = consortium;
    this.channel = consortium.definition.channel;
    const office = (organisation: string, id: string): Party =>
      this.party(organisation, id, tokens.get(`${organisation}/${id}`) ?? '');
    this.offices = {
      registrar: office('Regulator', 'registrar'),
      auditor: office('Regulator', 'auditor'),
      supplier: office('Utility', 'supplier'),
      gridOperator: office('Utility', 'grid-operator'),
      treasurer: office('Utility', 'treasurer'),
      buyer: office('Utility', 'buyer'),
      riverside: office('Riverside', 'manager'),
      riversideCollector: office('Riverside', 'collector'),
      hillside: office('Hillside', 'manager'),
    };
  }

  static async open(consortium: Consortium): Promise<Market> {
    const tokens = new Map<string, string>();
    for (const { name, users } of consortium.definition.organisations) {
      for (const { id } of users) tokens.set(`${name}/${id}`, await consortium.token(name, id));
    }
    const market = new Market(consortium, tokens);
    const { supplier, buyer } = market.offices;
    const accounts = [{ enrolmentId: buyer.enrolmentId, kind: 'utility' as const }];
    idsOfDone(await supplier.command('/v1/accounts', { body: { accounts } }));
    return market;
  }

  /** An enrolled identity of an organisation, at the gateway of its own or, as `at` says, of another. */
  party(organisation: string, enrolmentId: string, token: string, at = organisation): Party {
    const { mspId } = this.#endpoint(organisation);
    const client = new CommonwattClient({ url: this.gatewayUrl(at), token, horizon: this.#horizon });
    return new Party(`${mspId}/${enrolmentId}`, token, client, this.routes);
  }

  gatewayUrl(organisation: string): string {
    return this.#endpoint(organisation).gateway;
  }

  /** A name, unique on this ledger, of at most 30 letters, digits and hyphens. */
  name(what: string): string {
    this.#names += 1;
    return `${what}-${this.run}-${this.#names}`;
  }

  /** Members of the manager's co-operative, or buyers of the supplier's utility; their keys are the gateway's. */
  async enrol(officer: Party, kinds: readonly Exclude<AccountKind, 'officer'>[]): Promise<Party[]> {
    const members = kinds.map((kind) => ({ kind }));
    const accounts = idsOfDone(await officer.command('/v1/members', { body: { members } }));
    const subjects = accounts.map((account) => ({ enrolmentId: account.slice(account.indexOf('/') + 1) }));
    const { tokens } = await officer.create('/v1/tokens', { body: { subjects } });
    return accounts.map((account, index) => officer.as(account, tokens[index] ?? ''));
  }

  /** One member. */
  async member(officer: Party, kind: Exclude<AccountKind, 'officer'> = 'prosumer'): Promise<Party> {
    const [member] = await this.enrol(officer, [kind]);
    if (member === undefined) throw new Error('nobody was enrolled');
    return member;
  }

  /** Roofs with a meter at the connection point and one at the device, submitted, confirmed and approved. */
  async connectRoofs(manager: Party, owners: readonly Party[]): Promise<MeteredRoof[]> {
    const roofs = owners.map(({ account }) => new MeteredRoof(account, this.name('r')));
    await this.submitRoofs(manager, roofs);
    const { gridOperator, registrar } = this.offices;
    const points = { body: { ids: roofs.map(({ point }) => point) } };
    const devices = { body: { ids: roofs.map(({ device }) => device) } };
    idsOfDone(await gridOperator.command('/v1/connection-points/confirmations', points));
    idsOfDone(await registrar.command('/v1/connection-points/approvals', points));
    idsOfDone(await gridOperator.command('/v1/devices/confirmations', devices));
    idsOfDone(await registrar.command('/v1/devices/approvals', devices));
    return roofs;
  }

  /** One roof. */
  async connectRoof(manager: Party, owner: Party): Promise<MeteredRoof> {
    const [roof] = await this.connectRoofs(manager, [owner]);
    if (roof === undefined) throw new Error('nothing was connected');
    return roof;
  }

  async submitRoofs(manager: Party, roofs: readonly MeteredRoof[]): Promise<void> {
    const points = roofs.map((roof) => roof.pointSubmission(this.channel));
    const devices = roofs.map((roof) => roof.deviceSubmission(this.channel));
    idsOfDone(await manager.command('/v1/connection-points', { body: { points: points as never } }));
    idsOfDone(await manager.command('/v1/devices', { body: { devices: devices as never } }));
  }

  /** The meter reports its next hours, and the ledger takes them. */
  async report(
    sender: Party,
    meter: TestMeter,
    generatedWh: readonly number[],
    estimated: readonly (readonly [number, number])[] = [],
  ): Promise<void> {
    const register = meter.subject.kind === 'device' ? 'generation' : 'export';
    const { signed, accept } = meter.signNext(this.channel, {
      start: meter.tip.coveredUntil ?? firstReadingAt(),
      intervalSec: INTERVAL_SEC,
      registers: [{ register, values: generatedWh, estimated }],
    });
    const [verdict] = await sender.deliver(encodeSubmission([signed]));
    if (verdict !== 'accepted') throw new Error(`the readings were ${verdict ?? 'not judged'}`);
    accept();
  }

  /** Proposes and confirms; the proposal's id. */
  async agree(proposer: Party, confirmer: Party, subject: ProposalSubject): Promise<string> {
    const body = { subject: subject as never, evidenceHash: evidence(subject.kind) };
    const { id } = await proposer.command('/v1/proposals', { body });
    await confirmer.command('/v1/proposals/{id}/confirmations', { path: { id }, body: {} });
    return id;
  }

  /** A scheme of this run; units of 1 kWh unless the changes say otherwise. */
  async addScheme(changes: Partial<SchemeTerms> = {}): Promise<SchemeTerms> {
    const scheme: SchemeTerms = {
      id: this.name('E2E'),
      version: 1,
      name: 'Certificates of the end-to-end tests',
      aliases: [],
      unitWh: 1000,
      sources: ['solar'],
      regions: [REGION],
      expirySec: null,
      reportingWindowSec: 365 * DAY_SEC,
      retirementPurposes: [PURPOSE],
      beneficiaryRequired: false,
      issuingBody: 'Regulator',
      emissionFactors: { solar: 0 },
      ...changes,
    };
    const { registrar, supplier } = this.offices;
    await this.agree(registrar, supplier, { kind: 'scheme', scheme });
    return scheme;
  }

  /** New money of an account, in billionths of the currency; the id of its coin. */
  async mint(owner: Party, amount: bigint): Promise<string> {
    const { treasurer, registrar } = this.offices;
    const subject = { kind: 'mint', account: owner.account, amount: amount.toString() } as const;
    return `${await this.agree(treasurer, registrar, subject)}.0`;
  }

  #endpoint(organisation: string) {
    const found = this.consortium.endpoints().find(({ name }) => name === organisation);
    if (found === undefined) throw new Error(`the consortium has no organisation ${organisation}`);
    return found;
  }
}

/** Start of the first interval that a meter of the tests reports; midnight some days ago. */
export function firstReadingAt(): number {
  return (Math.floor(Date.now() / 1000 / DAY_SEC) - HISTORY_DAYS) * DAY_SEC;
}

/** Hash of the document behind a proposal. */
export function evidence(document: string): string {
  return createHash('sha256').update(document).digest('base64url');
}
