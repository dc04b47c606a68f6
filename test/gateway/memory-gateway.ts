import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OrganisationKind, Role } from '@commonwatt/chaincode/domain';
import { CommonwattClient, Horizon } from '@commonwatt/client';
import { createApp } from '../../gateway/src/app.ts';
import { ApiKeys } from '../../gateway/src/authentication/api-keys.ts';
import { Credentials } from '../../gateway/src/authentication/credentials.ts';
import { Authentication } from '../../gateway/src/authentication/principal.ts';
import { Tokens } from '../../gateway/src/authentication/token.ts';
import { AccountReservations } from '../../gateway/src/fabric/account-reservations.ts';
import { custodialSigner } from '../../gateway/src/fabric/custodial-signer.ts';
import { LedgerCommands } from '../../gateway/src/fabric/ledger-commands.ts';
import type { LedgerIdentity, Wallet } from '../../gateway/src/fabric/wallet.ts';
import { createHttpServer } from '../../gateway/src/http-server.ts';
import type { LedgerAccess } from '../../gateway/src/ledger-access.ts';
import { ApiKeyTable } from '../../gateway/src/read-model/api-key-table.ts';
import type { Database } from '../../gateway/src/read-model/database.ts';
import type { BlockSource } from '../../gateway/src/read-model/projector.ts';
import type { Endpoint } from '../../gateway/src/routes/endpoint.ts';
import { ENDPOINTS } from '../../gateway/src/routes/index.ts';
import { openReadModel } from '../../gateway/src/read-model/open-read-model.ts';
import { OperationJournal } from '../../gateway/src/read-model/operation-journal.ts';
import { LineBatchTable } from '../../gateway/src/read-model/line-batch-table.ts';
import { Admission, BULK_REQUESTS, EVENT_STREAMS } from '../../gateway/src/services/admission.ts';
import { CollectorKeys } from '../../gateway/src/services/collector-keys.ts';
import { WebhookTable } from '../../gateway/src/read-model/webhook-table.ts';
import { MemberEnrolment } from '../../gateway/src/services/member-enrolment.ts';
import { Portfolio } from '../../gateway/src/services/portfolio.ts';
import { Pseudonyms } from '../../gateway/src/services/pseudonym.ts';
import { Purse } from '../../gateway/src/services/purse.ts';
import { Questions } from '../../gateway/src/services/questions.ts';
import { Readiness } from '../../gateway/src/services/readiness.ts';
import { ReadingsIntake } from '../../gateway/src/services/readings-intake.ts';
import { WebhookSecrets } from '../../gateway/src/services/webhooks.ts';
import type { Services } from '../../gateway/src/services/services.ts';
import {
  CaError,
  keyToPem,
  newKey,
  type Attribute,
  type Registration,
} from '../../fabric-ca-client/index.ts';
import { silent } from './fabric/stub-ledger.ts';
import type { MemoryNetwork } from './memory-network.ts';
import { CHANNEL } from './read-model/block-builder.ts';
import { newProjector } from './read-model/feed.ts';
import { emptyDatabase } from './empty-database.ts';

const DAY_SEC = 86_400;
const MS_PER_SECOND = 1000;

export interface GatewayParts {
  readonly database?: Database;
  readonly source?: BlockSource;
  readonly endpoints?: readonly Endpoint[];
}

/** A whole gateway over HTTP; only Fabric and the certificate authority are in memory. */
export class MemoryGateway {
  readonly url: string;
  readonly services: Services;
  readonly authority: MemoryAuthority;
  readonly #server: Server;
  readonly #horizon: Horizon;

  private constructor(services: Services, server: Server, authority: MemoryAuthority, horizon: Horizon) {
    this.services = services;
    this.authority = authority;
    this.#server = server;
    this.#horizon = horizon;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  /**
   * @param offices enrolment ids of the organisation's offices, by role
   * @param horizon shared by the clients of all gateways of the test
   * @param parts in place of an empty database, the network's own blocks, and the gateway's own endpoints
   */
  static async open(
    network: MemoryNetwork,
    organisation: { mspId: string; kind: OrganisationKind },
    offices: Partial<Record<Role, string>>,
    horizon: Horizon,
    parts: GatewayParts = {},
  ): Promise<MemoryGateway> {
    const wallet = new MemoryWallet(network, organisation.mspId);
    for (const [role, id] of Object.entries({ gateway: 'gateway', ...offices }))
      wallet.enrol(id, role as Role);
    const ledger = await openAccess(network, wallet, parts);
    const authority = new MemoryAuthority(network, organisation.mspId);
    const services = assemble(organisation, ledger, wallet, authority);
    const server = createHttpServer(createApp(services, silent, { endpoints: parts.endpoints ?? ENDPOINTS }));
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return new MemoryGateway(services, server, authority, horizon);
  }

  token(enrolmentId: string): Promise<string> {
    return this.services.tokens.mint({ enrolmentId }, this.services.clock() + DAY_SEC);
  }

  /** A client in the name of an identity of this gateway. */
  async client(enrolmentId: string): Promise<CommonwattClient> {
    return new CommonwattClient({
      url: this.url,
      token: await this.token(enrolmentId),
      horizon: this.#horizon,
    });
  }

  /** As when the network is cut: the server goes on. */
  cutConnections(): void {
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.services.eventStreams.close();
    this.services.bulkRequests.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.services.ledger.commands.drain(MS_PER_SECOND);
    await this.services.ledger.close();
  }
}

async function openAccess(
  network: MemoryNetwork,
  wallet: MemoryWallet,
  { database: chosen, source = network.chain.follow() }: GatewayParts,
): Promise<LedgerAccess> {
  const database = chosen ?? (await emptyDatabase());
  const projector = newProjector(database, source);
  const commands = new LedgerCommands({
    ledger: network.ledger,
    journal: new OperationJournal(database),
    log: silent,
    waitForBlock: (blockNumber, timeoutMs) => projector.waitForBlock(blockNumber, timeoutMs),
  });
  const reservations = new AccountReservations();
  projector.onChange((accounts) => reservations.changed(accounts));
  await projector.start();
  await commands.recover();
  return {
    wallet,
    self: wallet.require('gateway'),
    ledger: network.ledger,
    commands,
    reservations,
    readModel: openReadModel(database),
    webhooks: new WebhookTable(database),
    apiKeys: new ApiKeyTable(database),
    lineBatches: new LineBatchTable(database),
    projection: projector,
    close: async () => {
      await projector.stop();
      await database.destroy();
    },
  };
}

function assemble(
  organisation: Services['organisation'],
  ledger: LedgerAccess,
  wallet: MemoryWallet,
  authority: MemoryAuthority,
): Services {
  const tokenKey = keyToPem(newKey());
  const tokens = new Tokens(tokenKey, organisation.mspId);
  const credentials = new Credentials({ tokens, apiKeys: new ApiKeys(ledger.apiKeys), issuers: new Map() });
  const clock = () => Math.floor(Date.now() / MS_PER_SECOND);
  return {
    channel: CHANNEL,
    organisation,
    ledger,
    tokens,
    authentication: new Authentication(credentials, wallet, organisation.mspId),
    purse: new Purse(ledger),
    portfolio: new Portfolio(ledger, clock),
    intake: new ReadingsIntake(ledger.commands, ledger.self, CHANNEL),
    enrolment: new MemberEnrolment(authority, { certificate: '', key: '' }, wallet),
    pseudonyms: new Pseudonyms(tokenKey),
    questions: new Questions(),
    readiness: new Readiness(ledger, clock),
    eventStreams: new Admission(EVENT_STREAMS),
    bulkRequests: new Admission(BULK_REQUESTS),
    collectorKeys: new CollectorKeys(tokenKey),
    webhooks: { table: ledger.webhooks, secrets: new WebhookSecrets(tokenKey), allowPrivate: true },
    clock,
  };
}

/** Identities of one organisation, kept in memory. */
export class MemoryWallet implements Wallet {
  readonly #network: MemoryNetwork;
  readonly #mspId: string;
  readonly #identities = new Map<string, LedgerIdentity>();

  constructor(network: MemoryNetwork, mspId: string) {
    this.#network = network;
    this.#mspId = mspId;
  }

  enrol(enrolmentId: string, role: Role): LedgerIdentity {
    const { certificate, privateKey } = this.#network.enrol(this.#mspId, enrolmentId, role);
    const mspId = this.#mspId;
    const identity: LedgerIdentity = {
      ...{ account: `${mspId}/${enrolmentId}`, mspId, enrolmentId, certificate },
      keys: 'custodial',
      sign: custodialSigner(() => privateKey),
    };
    this.#identities.set(enrolmentId, identity);
    return identity;
  }

  require(enrolmentId: string): LedgerIdentity {
    const identity = this.#identities.get(enrolmentId);
    if (identity === undefined) throw new Error(`${enrolmentId} is not in the wallet`);
    return identity;
  }

  get(enrolmentId: string): LedgerIdentity | undefined {
    return this.#identities.get(enrolmentId);
  }

  has(enrolmentId: string): boolean {
    return this.#identities.has(enrolmentId);
  }

  list(): string[] {
    return [...this.#identities.keys()].sort();
  }

  addCertificate(enrolmentId: string, certificate: string): Promise<LedgerIdentity> {
    const mspId = this.#mspId;
    const identity: LedgerIdentity = {
      ...{ account: `${mspId}/${enrolmentId}`, mspId, enrolmentId, certificate },
      keys: 'own',
      sign: () => Promise.reject(new Error('no key')),
    };
    this.#identities.set(enrolmentId, identity);
    return Promise.resolve(identity);
  }

  /** The authority of the test has made the key: it is found there. */
  add(enrolmentId: string, _certificate: string, role: string): Promise<LedgerIdentity> {
    return Promise.resolve(this.enrol(enrolmentId, role as Role));
  }
}

/** A certificate authority that registers and enrols as fabric-ca does: an id once, and each secret once. */
export class MemoryAuthority {
  readonly #network: MemoryNetwork;
  readonly #mspId: string;
  readonly #registered = new Map<string, { role: Role | undefined; secret: string | undefined }>();
  /** Enrolments so far. */
  enrolments = 0;
  /** The next enrolment fails as if the server were gone. */
  failsNext = false;

  constructor(network: MemoryNetwork, mspId: string) {
    this.#network = network;
    this.#mspId = mspId;
  }

  register(_registrar: unknown, { id, attributes, secret = '' }: Registration): Promise<string> {
    const role = attributes?.find(({ name }) => name === 'role')?.value as Role | undefined;
    if (this.#registered.has(id)) return Promise.reject(new CaError('registered', 500, [74]));
    this.#registered.set(id, { role, secret });
    return Promise.resolve(secret);
  }

  attributesOf(_registrar: unknown, id: string): Promise<Attribute[]> {
    const role = this.#registered.get(id)?.role;
    return Promise.resolve(role === undefined ? [] : [{ name: 'role', value: role }]);
  }

  renewSecret(_registrar: unknown, id: string, secret: string): Promise<void> {
    const identity = this.#registered.get(id);
    if (identity === undefined) return Promise.reject(new CaError('unknown', 404));
    identity.secret = secret;
    return Promise.resolve();
  }

  /** The key stays in the test's organisation; in its place comes the role. */
  enrol({ id, secret }: { id: string; secret: string }): Promise<{ certificate: string; key: string }> {
    const identity = this.#registered.get(id);
    if (this.failsNext) {
      this.failsNext = false;
      return Promise.reject(new CaError('gone', 0));
    }
    if (identity?.secret !== secret) return Promise.reject(new CaError('refused', 401, [20]));
    identity.secret = undefined;
    this.enrolments += 1;
    const { role } = identity;
    if (role === undefined) return Promise.reject(new Error(`${id} has no role, which its key stands for`));
    const { certificate } = this.#network.enrol(this.#mspId, id, role);
    return Promise.resolve({ certificate, key: role });
  }

  /** The ledger in memory takes whoever calls for the identity: the key that is asked for has no part in it. */
  async certify({ id, secret }: { id: string; secret: string }): Promise<string> {
    return (await this.enrol({ id, secret })).certificate;
  }
}
