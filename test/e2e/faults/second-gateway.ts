/** Another gateway that serves the same identities: it calls the ledger with their keys, through another peer. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CommitError, EndorseError, GatewayError } from '@hyperledger/fabric-gateway';
import type { Response } from '@commonwatt/chaincode/domain';
import { PUBLIC_FILES } from '../../../network/channel-profile.ts';
import type { Consortium } from '../../../test-network-scripts/index.ts';
import { FabricLedgerClient } from '../../ledger/fabric-ledger-client.ts';
import type { Party } from '../party.ts';

const ATTEMPTS = 30;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
const ANSWER = /^chaincode response \d+, ([A-Z_]+): /;
/** The next look at the account's coins may find others. */
const LOOK_AGAIN: readonly string[] = ['COIN_NOT_FOUND', 'COIN_HELD'];

/** The ledger refused a command; `code` says why. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Refused';
    this.code = code;
  }
}

export class SecondGateway {
  readonly #client: FabricLedgerClient;

  /** @param home organisation of the identities; @param at organisation whose peer is called */
  constructor(consortium: Consortium, home: string, at: string) {
    const { channel, chaincode } = consortium.definition;
    const endpoints = consortium.endpoints();
    const mspId = endpoints.find(({ name }) => name === home)?.mspId ?? home;
    const access = {
      endpoint: endpoints.find(({ name }) => name === at)?.peer ?? at,
      tlsRootFile: join(consortium.state.publicDir, at, PUBLIC_FILES.tlsRoot),
      walletFolder: consortium.state.organisation(home).wallet,
      walletSecretFile: consortium.state.organisation(home).walletSecret,
    };
    this.#client = new FabricLedgerClient({ channel, chaincode, organisations: { [mspId]: access } });
  }

  /**
   * Sends a command until it is on the ledger, as a gateway does: prepared anew when what it picked is gone or another
   * transaction came first.
   *
   * @throws Refused
   */
  async submit<Result>(
    { account, enrolmentId }: Party,
    method: string,
    prepare: () => Promise<object>,
  ): Promise<Response<Result>> {
    const identity = { mspId: account.slice(0, account.indexOf('/')), id: enrolmentId };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { result } = await this.#client.submit(identity, method, [JSON.stringify(await prepare())]);
        return JSON.parse(result.toString()) as Response<Result>;
      } catch (error) {
        const code = codeIn(error);
        if (code !== undefined && !LOOK_AGAIN.includes(code)) throw new Refused(code, { cause: error });
        const mayPass = error instanceof EndorseError || error instanceof CommitError;
        if (!mayPass || attempt === ATTEMPTS) throw error;
        await pause(Math.min(FIRST_PAUSE_MS * attempt, LONGEST_PAUSE_MS));
      }
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function codeIn(error: unknown): string | undefined {
  if (!(error instanceof GatewayError)) return undefined;
  return error.details.flatMap(({ message }) => ANSWER.exec(message)?.[1] ?? [])[0];
}
