/** A running network, for the programs and tests that use it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC_FILES } from '../network/channel-profile.ts';
import type { ConsortiumDefinition, OrganisationKind } from '../network/consortium.ts';
import { Connections } from './fabric/connections.ts';
import { membersOf } from './member.ts';
import type { Member } from './member.ts';
import { networkStatus } from './status.ts';
import type { NetworkStatus } from './status.ts';
import type { StateFolder } from './state-folder.ts';
import { issueToken } from './token.ts';
import type { TokenOptions } from './token.ts';

/** Where one organisation is reached. */
export type Endpoint = {
  name: string;
  mspId: string;
  kind: OrganisationKind;
  /** The gateway's base URL. */
  gateway: string;
  /** `host:port` of the peer's gRPC interface. */
  peer: string;
  /** Base URL of the CA. */
  ca: string;
};

export class Consortium {
  readonly definition: ConsortiumDefinition;
  readonly state: StateFolder;

  constructor(definition: ConsortiumDefinition, state: StateFolder) {
    this.definition = definition;
    this.state = state;
  }

  /** Per organisation, in the consortium file's order. */
  endpoints(): Endpoint[] {
    return this.definition.organisations.map(({ name, mspId, kind, host, ports }) => ({
      name,
      mspId,
      kind,
      gateway: `http://${host}:${ports.gateway}`,
      peer: `${host}:${ports.peer.listen}`,
      ca: `https://${host}:${ports.ca.listen}`,
    }));
  }

  /** The root certificate (PEM) of every organisation's identities, by MSP id; from what organisations publish. */
  roots(): ReadonlyMap<string, string> {
    const { publicDir } = this.state;
    const rootOf = (name: string) =>
      readFileSync(join(publicDir, name, PUBLIC_FILES.msp, 'cacerts', 'ca.pem'), 'utf8');
    return new Map(this.definition.organisations.map(({ name, mspId }) => [mspId, rootOf(name)]));
  }

  /**
   * A development bearer token for an organisation's gateway.
   *
   * @param organisation name or MSP id
   * @param user enrolment id, becomes the token's subject
   */
  token(organisation: string, user: string, options: TokenOptions = {}): Promise<string> {
    return issueToken(this.definition, this.state, organisation, user, options);
  }

  status(): Promise<NetworkStatus> {
    return networkStatus(this.definition, this.state);
  }

  /** Runs `work` with every organisation's operator, and closes their connections afterwards. */
  async withMembers<T>(work: (members: Member[], connections: Connections) => Promise<T>): Promise<T> {
    const connections = new Connections(this.state.publicDir);
    try {
      return await work(membersOf(this.definition, this.state, connections), connections);
    } finally {
      connections.close();
    }
  }
}
