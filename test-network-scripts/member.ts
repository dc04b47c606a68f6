/** One organisation as its own operator sees it: its definition, its folder, its admin. */
import type { Client } from '@grpc/grpc-js';
import { join } from 'node:path';
import { keyToPem } from '../fabric-ca-client/index.ts';
import { WalletKeys } from '../key-sealing/index.ts';
import type { ConsortiumDefinition, Organisation } from '../network/consortium.ts';
import type { Connections } from './fabric/connections.ts';
import { SigningIdentity } from './fabric/identity.ts';
import { ADMIN } from './organisation/enrolment.ts';
import { readEnrolment } from './organisation/node-keys.ts';
import type { OrganisationFolder, StateFolder } from './state-folder.ts';

export class Member {
  readonly organisation: Organisation;
  readonly folder: OrganisationFolder;
  readonly #connections: Connections;
  readonly #keys: WalletKeys;

  constructor(organisation: Organisation, folder: OrganisationFolder, connections: Connections) {
    this.organisation = organisation;
    this.folder = folder;
    this.#connections = connections;
    this.#keys = new WalletKeys(folder.walletSecret);
  }

  get name(): string {
    return this.organisation.name;
  }

  get mspId(): string {
    return this.organisation.mspId;
  }

  /** The organisation's own peer. */
  get peer(): Client {
    return this.#connections.peer(this.organisation);
  }

  get admin(): SigningIdentity {
    return this.identity(ADMIN);
  }

  /** @throws Error when nobody of that enrolment id is in the organisation's wallet */
  identity(enrolmentId: string): SigningIdentity {
    const folder = this.folder.identity(enrolmentId);
    const enrolment = readEnrolment(folder);
    if (!enrolment) throw new Error(`${this.name} has no enrolled identity ${enrolmentId}`);
    const key = this.#keys.read(join(folder, 'key.pem'), { mspId: this.mspId, enrolmentId });
    return new SigningIdentity(this.mspId, { ...enrolment, key: keyToPem(key) });
  }
}

export function membersOf(
  consortium: ConsortiumDefinition,
  state: StateFolder,
  connections: Connections,
): Member[] {
  return consortium.organisations.map(
    (organisation) => new Member(organisation, state.organisation(organisation.name), connections),
  );
}

/** The ordering service as any client sees it. */
export type OrderingService = {
  clients: Client[];
  /** How many nodes must take an envelope so that it will be ordered. */
  needed: number;
};

export function orderingService(
  { organisations, ordering }: ConsortiumDefinition,
  connections: Connections,
): OrderingService {
  const clients = organisations
    .filter(({ ports }) => ports.orderer)
    .map((organisation) => connections.orderer(organisation));
  const faulty = Math.floor((clients.length - 1) / 3);
  return { clients, needed: ordering.type === 'bft' ? clients.length - faulty : 1 };
}
