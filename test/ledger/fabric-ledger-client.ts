import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, credentials, type CallOptions } from '@grpc/grpc-js';
import {
  connect,
  GatewayError,
  hash,
  type Commit,
  type Contract,
  type Gateway,
  type Transaction,
} from '@hyperledger/fabric-gateway';
import { gateway, msp } from '@hyperledger/fabric-protos';
import { WalletKeys } from '../../key-sealing/index.ts';
import { commitError } from './client-errors.ts';
import { lowSSigner } from './ecdsa-signer.ts';
import type {
  Argument,
  EndorsedTransaction,
  LedgerClient,
  LedgerIdentity,
  SubmitResult,
} from './ledger-client.ts';
import { eventOfPreparedTransaction } from './prepared-transaction.ts';

/** How the clients of one organisation reach its peer, and where their keys lie. */
export interface OrganisationAccess {
  /** host:port of the peer with the gateway service. */
  readonly endpoint: string;
  /** PEM file of the root of the peer's TLS certificate. */
  readonly tlsRootFile: string;
  /** Folder with cert.pem and key.pem, which may be sealed, of each identity in a folder of its id. */
  readonly walletFolder: string;
  /** What sealed keys were sealed with. */
  readonly walletSecretFile: string;
}

/** A channel and chaincode of a running network. */
export interface FabricLedgerClientOptions {
  readonly channel: string;
  readonly chaincode: string;
  /** By MSP id. */
  readonly organisations: Readonly<Record<string, OrganisationAccess>>;
}

const EVALUATE_MS = 30_000;
const ENDORSE_MS = 30_000;
const SUBMIT_MS = 30_000;
const COMMIT_MS = 60_000;

const within = (milliseconds: number) => (): CallOptions => ({ deadline: Date.now() + milliseconds });

interface Connection {
  readonly gateway: Gateway;
  readonly contract: Contract;
}

/** The client of a real network: each identity talks to its own organisation's peer. */
export class FabricLedgerClient implements LedgerClient {
  readonly #options: FabricLedgerClientOptions;
  readonly #clients = new Map<string, Promise<Client>>();
  readonly #connections = new Map<string, Promise<Connection>>();

  constructor(options: FabricLedgerClientOptions) {
    this.#options = options;
  }

  async endorse(
    identity: LedgerIdentity,
    functionName: string,
    args: readonly Argument[],
  ): Promise<EndorsedTransaction> {
    const connection = await this.#connection(identity);
    const proposal = connection.contract.newProposal(functionName, { arguments: [...args] });
    const transaction = await proposal.endorse();
    const event = eventOfPreparedTransaction(transaction.getBytes());
    const endorsed = {
      txId: transaction.getTransactionId(),
      result: Buffer.from(transaction.getResult()),
      ...(event === undefined ? {} : { event }),
    };
    return {
      ...endorsed,
      submit: async (): Promise<SubmitResult> => {
        const commit = await this.#order(identity, connection.gateway, transaction);
        return { ...endorsed, blockNumber: await validBlockNumber(commit) };
      },
    };
  }

  async submit(
    identity: LedgerIdentity,
    functionName: string,
    args: readonly Argument[],
  ): Promise<SubmitResult> {
    return (await this.endorse(identity, functionName, args)).submit();
  }

  async evaluate(identity: LedgerIdentity, functionName: string, args: readonly Argument[]): Promise<Buffer> {
    const { contract } = await this.#connection(identity);
    return Buffer.from(await contract.evaluate(functionName, { arguments: [...args] }));
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    for (const connection of await Promise.all(this.#connections.values())) connection.gateway.close();
    for (const client of await Promise.all(this.#clients.values())) client.close();
  }

  /**
   * Sends the transaction to the orderers. An orderer that already has it answers with an error, so that a refusal may
   * be none: what became of the transaction is then asked by its id, and it is never endorsed again.
   */
  async #order(identity: LedgerIdentity, open: Gateway, transaction: Transaction): Promise<Commit> {
    try {
      return await transaction.submit();
    } catch (error) {
      if (!(error instanceof GatewayError) || error.name !== 'SubmitError') throw error;
      return open.newCommit(this.#commitRequest(identity, open, transaction.getTransactionId()));
    }
  }

  #commitRequest({ mspId }: LedgerIdentity, open: Gateway, transactionId: string): Uint8Array {
    const creator = new msp.SerializedIdentity();
    creator.setMspid(mspId);
    creator.setIdBytes(open.getIdentity().credentials);
    const request = new gateway.CommitStatusRequest();
    request.setChannelId(this.#options.channel);
    request.setTransactionId(transactionId);
    request.setIdentity(creator.serializeBinary());
    const signed = new gateway.SignedCommitStatusRequest();
    signed.setRequest(request.serializeBinary());
    return signed.serializeBinary();
  }

  #connection(identity: LedgerIdentity): Promise<Connection> {
    const key = JSON.stringify([identity.mspId, identity.id]);
    const known = this.#connections.get(key) ?? this.#connect(identity);
    this.#connections.set(key, known);
    return known;
  }

  async #connect({ mspId, id }: LedgerIdentity): Promise<Connection> {
    const { walletFolder, walletSecretFile } = this.#access(mspId);
    const folder = join(walletFolder, id);
    const [client, certificate] = await Promise.all([
      this.#client(mspId),
      readFile(join(folder, 'cert.pem')),
    ]);
    const keys = new WalletKeys(walletSecretFile);
    const key = keys.read(join(folder, 'key.pem'), { mspId, enrolmentId: id });
    const opened = connect({
      client,
      identity: { mspId, credentials: certificate },
      signer: lowSSigner(key),
      hash: hash.none,
      evaluateOptions: within(EVALUATE_MS),
      endorseOptions: within(ENDORSE_MS),
      submitOptions: within(SUBMIT_MS),
      // Without a deadline, a transaction that the orderers dropped would be waited for for ever.
      commitStatusOptions: within(COMMIT_MS),
    });
    const { channel, chaincode } = this.#options;
    return { gateway: opened, contract: opened.getNetwork(channel).getContract(chaincode) };
  }

  #client(mspId: string): Promise<Client> {
    const known = this.#clients.get(mspId) ?? this.#dial(this.#access(mspId));
    this.#clients.set(mspId, known);
    return known;
  }

  async #dial({ endpoint, tlsRootFile }: OrganisationAccess): Promise<Client> {
    const tls = credentials.createSsl(await readFile(tlsRootFile));
    return new Client(endpoint, tls, { 'grpc.max_receive_message_length': -1 });
  }

  #access(mspId: string): OrganisationAccess {
    const access = this.#options.organisations[mspId];
    if (access === undefined) throw new Error(`no access to ${mspId} is configured`);
    return access;
  }
}

/** @throws CommitError if the transaction is invalid. */
async function validBlockNumber(commit: Commit): Promise<number> {
  const status = await commit.getStatus();
  if (!status.successful) throw commitError(status.transactionId, status.code);
  return Number(status.blockNumber);
}
