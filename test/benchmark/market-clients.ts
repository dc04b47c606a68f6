/** The market of a running network, as clients of its peers call it; the gateways have no part in it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { CommitError, EndorseError } from '@hyperledger/fabric-gateway';
import type { Response } from '@commonwatt/chaincode/domain';
import { PUBLIC_FILES } from '../../network/channel-profile.ts';
import { describeGatewayError } from '../../test-network-scripts/fabric/describe-gateway-error.ts';
import type { Consortium, OrganisationKind } from '../../test-network-scripts/index.ts';
import { GATEWAY } from '../../test-network-scripts/organisation/enrolment.ts';
import { FabricLedgerClient } from '../ledger/fabric-ledger-client.ts';
import type { Argument, LedgerIdentity } from '../ledger/index.ts';

const ATTEMPTS = 8;
const RETRY_AFTER_MS = 100;

export class MarketClients {
  readonly channel: string;
  readonly #consortium: Consortium;
  readonly #client: FabricLedgerClient;
  #retries = 0;

  constructor(consortium: Consortium) {
    const { channel, chaincode } = consortium.definition;
    const organisations = consortium.endpoints().map(({ name, mspId, peer }) => {
      const access = {
        endpoint: peer,
        tlsRootFile: join(consortium.state.publicDir, name, PUBLIC_FILES.tlsRoot),
        walletFolder: consortium.state.organisation(name).wallet,
        walletSecretFile: consortium.state.organisation(name).walletSecret,
      };
      return [mspId, access] as const;
    });
    this.channel = channel;
    this.#consortium = consortium;
    this.#client = new FabricLedgerClient({
      channel,
      chaincode,
      organisations: Object.fromEntries(organisations),
    });
  }

  /** Proposals that had to be made again, because peers were at different heights. */
  get retries(): number {
    return this.#retries;
  }

  /** The officer with this role in the first, or as told the next, organisation of a kind. */
  officer(kind: OrganisationKind, role: string, position = 0): LedgerIdentity {
    const organisation = this.#organisation(kind, position);
    const user = organisation.users.find((candidate) => candidate.role === role);
    if (user === undefined) throw new Error(`nobody in ${organisation.name} has the role ${role}`);
    return { mspId: organisation.mspId, id: user.id };
  }

  gateway(mspId: string): LedgerIdentity {
    return { mspId, id: GATEWAY };
  }

  /** Everybody with a role, each organisation's gateway included. */
  everybody(): LedgerIdentity[] {
    return this.#consortium.definition.organisations.flatMap(({ mspId, users }) =>
      [GATEWAY, ...users.map(({ id }) => id)].map((id) => ({ mspId, id })),
    );
  }

  /** Submits a command that must succeed. */
  async submit<Result>(
    identity: LedgerIdentity,
    method: string,
    command?: unknown,
  ): Promise<Response<Result>> {
    const { result } = await this.#retried(identity, method, argumentsOf(command));
    return JSON.parse(result.toString()) as Response<Result>;
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  #organisation(kind: OrganisationKind, position: number) {
    const ofKind = this.#consortium.definition.organisations.filter((candidate) => candidate.kind === kind);
    const organisation = ofKind[position];
    if (organisation === undefined)
      throw new Error(`there are only ${ofKind.length} organisations of kind ${kind}`);
    return organisation;
  }

  /** A transaction that builds on one just committed may meet a peer that has not committed it yet. */
  async #retried(
    identity: LedgerIdentity,
    method: string,
    args: readonly Argument[],
  ): Promise<{ result: Buffer }> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#client.submit(identity, method, args);
      } catch (error) {
        const mayPass = error instanceof EndorseError || error instanceof CommitError;
        if (!mayPass || attempt === ATTEMPTS)
          throw new Error(`${method} failed: ${describeGatewayError(error)}`, { cause: error });
        this.#retries += 1;
        await sleep(RETRY_AFTER_MS * attempt);
      }
    }
  }
}

export function accountOf({ mspId, id }: LedgerIdentity): string {
  return `${mspId}/${id}`;
}

function argumentsOf(command: unknown): Argument[] {
  if (command === undefined) return [];
  return [command instanceof Uint8Array ? command : JSON.stringify(command)];
}
